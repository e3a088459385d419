import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Answer } from './errors.mts';

/**
 * How an answer fails to come whole. `drip`: after the headers a blank now and then, for ever.
 * `headers`: the headers, then silence. `breakAfterHeaders`: the headers, then the connection breaks.
 * `short`: half of what Content-Length promises, then the connection ends. `chunks`: half in a chunk,
 * then it breaks without the last one. `gzip`: packed, and half of that passed off as the whole.
 * `gzipHead`: the same with so little of it that nothing comes out.
 */
export const CUTS = [
	'drip',
	'headers',
	'breakAfterHeaders',
	'short',
	'chunks',
	'gzip',
	'gzipHead',
] as const;

export type Cut = (typeof CUTS)[number];

const DRIP_MS = 50;
/** The head of a gzip file has 10 bytes; a few more hold no character yet. */
const GZIP_HEAD_BYTES = 24;

/** Sends a part of an answer, over a reply that nobody else writes to any more. */
export function sendCut(
	raw: ServerResponse,
	answer: Answer,
	headers: Readonly<Record<string, string>>,
	cut: Cut,
): void {
	const whole = Buffer.from(answer.text?.content ?? JSON.stringify(answer.body ?? { lines: [] }));
	const half = whole.subarray(0, Math.ceil(whole.length / 2));
	const begin = (more: Record<string, string | number> = {}) => {
		raw.writeHead(answer.status, {
			'content-type': answer.text?.contentType ?? 'application/json; charset=utf-8',
			...headers,
			...answer.headers,
			...more,
		});
		raw.flushHeaders();
	};
	const breakOff = () => setTimeout(() => raw.destroy(), DRIP_MS);
	const packed = (length: number) => {
		const part = gzipSync(whole).subarray(0, length);
		begin({ 'content-encoding': 'gzip', 'content-length': part.length });
		raw.end(part);
	};

	switch (cut) {
		case 'drip': {
			begin();
			const drip = setInterval(() => raw.write(' '), DRIP_MS);
			raw.once('close', () => clearInterval(drip));
			return;
		}
		case 'headers':
			return begin();
		case 'breakAfterHeaders':
			begin({ 'content-length': whole.length });
			breakOff();
			return;
		case 'short':
			begin({ 'content-length': whole.length });
			raw.write(half, () => raw.socket?.end());
			return;
		case 'chunks':
			begin();
			raw.write(half, breakOff);
			return;
		case 'gzip':
			return packed(Math.ceil(gzipSync(whole).length / 2));
		case 'gzipHead':
			return packed(GZIP_HEAD_BYTES);
	}
}
