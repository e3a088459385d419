import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Rest, StoredWorkflow, Workflow } from './rest.mts';
import type { Example } from './workflows.mts';

/** What was imported from a file. */
interface Import {
	id: string;
	/** n8n's mark of the content that was stored; a person who edits it changes that. */
	versionId: string;
	/** Of what the file held. */
	hash: string;
}

/** An example as n8n has it now. */
export interface Imported {
	stored: StoredWorkflow;
	/** What became of it, where that is worth saying. */
	note?: string;
}

const hashOf = (workflow: Workflow): string =>
	createHash('sha256').update(JSON.stringify(workflow)).digest('hex');

/**
 * Imports the examples that an n8n does not have yet, and those whose file has changed since. What a
 * person has edited stays as it is, and the note says so.
 *
 * @param userFolder where it is kept what was imported
 */
export async function importExamples(
	rest: Rest,
	userFolder: string,
	examples: Example[],
): Promise<Imported[]> {
	const file = join(userFolder, 'examples.json');
	const earlier = existsSync(file)
		? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Import>)
		: {};
	const present = await rest.send<{ id: string; name: string }[]>(
		'GET',
		'/rest/workflows?take=250',
	);
	const all: Imported[] = [];
	for (const { file: name, workflow } of examples) {
		const before = Object.hasOwn(earlier, name) ? earlier[name] : undefined;
		const found = present.find(({ id }) => id === before?.id);
		const namesake = found ?? present.find((one) => one.name === workflow.name);
		const one = namesake
			? await refresh(rest, await rest.workflow(namesake.id), found ? before : undefined, workflow)
			: { stored: await rest.addWorkflow(workflow) };
		const { id, versionId } = one.stored;
		if (!namesake || one.note === UPDATED) {
			earlier[name] = { id, versionId, hash: hashOf(workflow) };
		}
		all.push(one);
	}
	writeFileSync(file, JSON.stringify(earlier, null, 2));
	return all;
}

const UPDATED = 'updated from its file';
const KEPT = 'kept as you edited it, although its file has changed; --fresh takes the new one';
const UNKNOWN = 'kept as it is, since it was not imported here; --fresh takes the one of the file';

async function refresh(
	rest: Rest,
	stored: StoredWorkflow,
	before: Import | undefined,
	workflow: Workflow,
): Promise<Imported> {
	if (!before) return { stored, note: UNKNOWN };
	if (before.hash === hashOf(workflow)) return { stored };
	if (before.versionId !== stored.versionId) return { stored, note: KEPT };
	return { stored: await rest.replaceWorkflow(stored, workflow), note: UPDATED };
}
