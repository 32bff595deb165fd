import { tools } from '../../local/tools.ts';
import { program } from './handler-server.ts';

const script = `
import datetime, ipaddress, sys
try:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
except ImportError: sys.exit(print("absent"))
key = ec.generate_private_key(ec.SECP256R1())
name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
now = datetime.datetime.now(datetime.timezone.utc)
address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
certificate = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(hours=1))
    .not_valid_after(now + datetime.timedelta(days=1)).add_extension(address, False).sign(key, hashes.SHA256()))
encoding = serialization.Encoding.PEM
print(key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()).decode())
print("next")
print(certificate.public_bytes(encoding).decode())
`;

/** Makes a key and a self-signed certificate for 127.0.0.1, both PEM; undefined where Python or its cryptography is not installed. */
export const aCertificate = async (): Promise<{ key: string; cert: string } | undefined> => {
  const [key, cert] = (await program(tools.python, ['-c', script]))?.split('next\n') ?? [];
  return key && cert ? { key, cert } : undefined;
};
