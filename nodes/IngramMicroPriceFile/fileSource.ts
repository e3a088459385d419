import {
	BINARY_ENCODING,
	type IBinaryData,
	type IExecuteFunctions,
	type INodeExecutionData,
	sleep,
} from 'n8n-workflow';

import { BadInput } from '../shared/errors';
import type { Source } from './zip';

/** Small ones die young: larger ones make Node.js clean up all the memory of n8n again and again. */
const CHUNK_BYTES = 131_072;
/** Characters of base64 in a chunk; a multiple of four, so that each chunk stands for itself. */
const CHUNK_CHARACTERS = 87_380;
/** After so many chunks the rest of n8n gets a turn. */
const CHUNKS_AT_ONCE = 32;

/** Thrown when the execution was stopped while a file was read. */
export class Stopped extends Error {}

/** The file of an input item under that name; undefined where it has none. */
function fileIn({ binary, json }: INodeExecutionData, field: string): IBinaryData | undefined {
	// Some workflows of n8n keep their files among the fields of `json`.
	const file: unknown = binary?.[field] ?? json[field];
	const isFile = typeof file === 'object' && file !== null && 'data' in file && 'mimeType' in file;
	return isFile ? (file as IBinaryData) : undefined;
}

/** Whether an item holds a file under that name. */
export const holdsFile = (context: IExecuteFunctions, item: number, field: string): boolean =>
	fileIn(context.getInputData()[item], field) !== undefined;

/** A file of an input item. Throws BadInput where it has none under that name. */
function fileOf(context: IExecuteFunctions, item: number, field: string): IBinaryData {
	const input = context.getInputData()[item];
	const file = fileIn(input, field);
	if (file) return file;
	const names = Object.keys(input.binary ?? {});
	throw new BadInput(
		`The input item has no file in its binary field "${field}"`,
		names.length > 0
			? `Its binary fields: ${names.join(', ')}`
			: 'It has no binary field at all: put the node that downloads the file before this one',
	);
}

/** A file in memory, chunk by chunk, so that there is no second copy of it. */
async function* chunksOfText(base64: string): AsyncGenerator<Buffer> {
	let chunks = 0;
	for (let at = 0; at < base64.length; at += CHUNK_CHARACTERS) {
		yield Buffer.from(base64.slice(at, at + CHUNK_CHARACTERS), BINARY_ENCODING);
		chunks += 1;
		if (chunks % CHUNKS_AT_ONCE === 0) await sleep(0);
	}
}

/**
 * A file of an input item, to be read from its start as often as needed: from n8n's own stream where
 * it keeps files outside memory. Ends with Stopped when the execution is stopped.
 */
export function sourceOf(context: IExecuteFunctions, item: number, field: string): Source {
	const file = fileOf(context, item, field);
	const signal = context.getExecutionCancelSignal();
	return async function* chunks() {
		const stream: AsyncIterable<Buffer | string> =
			file.id === undefined
				? chunksOfText(file.data)
				: await context.helpers.getBinaryStream(file.id, CHUNK_BYTES);
		for await (const chunk of stream) {
			if (signal?.aborted) throw new Stopped();
			yield typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk;
		}
	};
}
