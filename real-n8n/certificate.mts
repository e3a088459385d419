import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a server shows, and the file that makes whoever is told of it trust that. */
export interface Certificate {
	key: string;
	cert: string;
	/** Path of the certificate, for NODE_EXTRA_CA_CERTS. */
	file: string;
}

/**
 * Makes a certificate for some hosts that signs itself, good for two days.
 *
 * @param folder where it is kept
 * @throws Error with openssl's words, or that it is missing
 */
export function makeCertificate(hosts: readonly string[], folder: string): Certificate {
	mkdirSync(folder, { recursive: true });
	const [keyFile, file] = ['key.pem', 'certificate.pem'].map((name) => join(folder, name));
	const names = hosts.map((host) => `DNS:${host}`).join(',');
	const made = spawnSync(
		'openssl',
		[
			...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'],
			...['-subj', '/CN=Stand-ins for other services', '-addext', `subjectAltName=${names}`],
			...['-keyout', keyFile, '-out', file],
		],
		{ encoding: 'utf8' },
	);
	if (made.error)
		throw new Error('openssl is missing: install it (Debian: apt-get install openssl)');
	if (made.status !== 0) throw new Error(`No certificate could be made: ${made.stderr}`);
	return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(file, 'utf8'), file };
}
