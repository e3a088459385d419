import { fileURLToPath } from 'node:url';

/** A path inside the project. */
export const inProject = (path: string): string =>
	fileURLToPath(new URL(`../${path}`, import.meta.url));

/** A path inside the folder that holds the real n8n's lock files and scripts. */
export const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What the scripts write and git does not see: n8n's user folders, logs, screenshots. */
export const data = (path: string): string => here(`data/${path}`);
