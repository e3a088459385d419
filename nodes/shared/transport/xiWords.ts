import { isRecord } from '../records';

/** What XI said about a refusal, whichever of its shapes it used. */
export interface XiWords {
	message?: string;
	type?: string;
	id?: string;
	fields: Array<{ field?: string; value?: string; message?: string }>;
}

const MOST_CHARACTERS = 600;
/** Tags whose text is not for people. */
const UNSEEN = /<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi;

/** Words and numbers with single blanks between them, as nearly all texts are. */
const PLAIN = /^[!-;=-~]+(?: [!-;=-~]+)*$/;

/** Text from outside as it may be shown: no tags, no control characters, one line, not endless. */
export function clean(value: unknown): string | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const given = String(value);
	if (given.length <= MOST_CHARACTERS && PLAIN.test(given)) return given;
	const text = given
		.slice(0, 20_000)
		.replace(UNSEEN, ' ')
		// A "<" before a blank is one that means "less than".
		.replace(/<\/?[a-z!?][^<>]*>/gi, ' ')
		.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
		.trim();
	if (text.length === 0) return undefined;
	return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
}

/** The value if it is a list, else an empty one. */
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** One entry of `errors`, or the flat shape. XI's samples also misspell two of the keys. */
function readEntry(entry: Record<string, unknown>): XiWords {
	const own = clean(entry.field);
	return {
		message: clean(entry.message ?? entry.messaage),
		type: clean(entry.type ?? entry['1ype']),
		id: clean(entry.id ?? entry.traceid),
		fields: [
			...(own === undefined ? [] : [{ field: own }]),
			...list(entry.fields)
				.filter(isRecord)
				.map((field) => ({
					field: clean(field.field),
					value: clean(field.value),
					message: clean(field.message),
				}))
				.filter(({ field, value, message }) => field ?? value ?? message),
		],
	};
}

/**
 * Reads XI's words out of the body of a refusal: `errors` lists (also wrapped in an array), the flat
 * shape, the gateway's `fault`, `faultcode`/`faultstring`, a bare `message`, or plain text.
 * XI documentation: "HTTP Status Codes".
 */
export function readXiWords(body: unknown): XiWords {
	if (Array.isArray(body)) return joined(body.map(readXiWords));
	if (typeof body === 'string') return readText(body);
	if (!isRecord(body)) return { message: clean(body), fields: [] };

	const entries = list(body.errors)
		.map((entry) => (typeof entry === 'string' ? { message: entry } : entry))
		.filter(isRecord)
		.map(readEntry);
	if (entries.length > 0) {
		const messages = entries.map(({ message }) => message).filter((text) => text !== undefined);
		return {
			message: messages.length > 0 ? messages.join('; ') : undefined,
			type: entries[0].type,
			id: entries[0].id,
			fields: entries.flatMap(({ fields }) => fields),
		};
	}
	if (isRecord(body.fault)) {
		const detail = isRecord(body.fault.detail) ? body.fault.detail : {};
		return {
			message: clean(body.fault.faultstring),
			type: clean(detail.errorcode),
			fields: [],
		};
	}
	if (body.faultstring !== undefined) {
		return { message: clean(body.faultstring), type: clean(body.faultcode), fields: [] };
	}
	const flat = readEntry(body);
	if (flat.message === undefined && typeof body.error_description === 'string') {
		return { ...flat, message: clean(body.error_description), type: clean(body.error) };
	}
	return flat;
}

/** Several refusals as one. */
function joined(all: XiWords[]): XiWords {
	const messages = all.flatMap(({ message }) => message ?? []);
	return {
		type: all[0]?.type,
		id: all[0]?.id,
		message: messages.length > 0 ? messages.join('; ') : undefined,
		fields: all.flatMap(({ fields }) => fields),
	};
}

/** n8n hands over the answers of the token address as text. */
function readText(body: string): XiWords {
	const text: XiWords = { message: clean(body), fields: [] };
	if (!/^\s*[[{]/.test(body)) return text;
	try {
		return readXiWords(JSON.parse(body) as unknown);
	} catch {
		return text;
	}
}

/** XI's words as one sentence: the message, then each field with what is wrong with it. */
export function sentenceOf({ message, fields }: XiWords): string | undefined {
	const named = fields
		.map(({ field, value, message: problem }) => {
			const shown = value === undefined ? '' : ` (${value})`;
			return [field, problem].filter((part) => part !== undefined).join(': ') + shown;
		})
		.filter((text) => text.length > 0);
	const parts = [withoutStop(message), named.join(', ')].filter(
		(part) => part !== undefined && part !== '',
	);
	return parts.length > 0 ? parts.join(' – ').replace(PLACE, inWords) : undefined;
}

/** A place in the request as XI writes it: `lines[0].quantity`. */
const PLACE = /\b[A-Za-z]\w*\[\d+\](?:\.[A-Za-z]\w*(?:\[\d+\])?)*/g;

/** The same for people, who count from 1: "quantity of line 1". */
const inWords = (place: string): string =>
	place
		.split('.')
		.map((part) =>
			part.replace(
				/^(\w+?)s?\[(\d+)\]$/,
				(_, name: string, index: string) =>
					// The lines of a return stand in a list that XI calls just that.
					`${name === 'list' ? 'line' : name} ${Number(index) + 1}`,
			),
		)
		.reverse()
		.join(' of ');

/** More may follow, in a title as in a sentence, so a single full stop at the end goes. */
const withoutStop = (text: string | undefined): string | undefined =>
	text?.replace(/(?<!\.)\.$/, '');
