import type { Rest } from './rest.mts';

/** A credential as a node names it. */
export interface StoredCredential {
	id: string;
	name: string;
}

/** Stores a credential, or brings the stored one of that name up to date. */
export async function storeCredential(
	rest: Rest,
	name: string,
	type: string,
	data: Record<string, unknown>,
): Promise<StoredCredential> {
	const stored = await rest.send<StoredCredential[]>('GET', '/rest/credentials');
	const present = stored.find((one) => one.name === name);
	if (!present) return await rest.addCredential(name, type, data);
	await rest.send('PATCH', `/rest/credentials/${present.id}`, { name, type, data });
	return { id: present.id, name };
}
