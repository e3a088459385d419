import { BadInput } from '../shared/errors';
import { type Field, isBlank, quotedValue, shown, type Texts } from '../shared/fields/field';
import type { XiCall } from '../shared/transport/request';

/** Where every call of the Reseller API is; nothing else is at this host that the credential is for. */
const BELOW = '/resellers/';

/** A path as a request takes it, and its parts as they are meant, without what hides a letter. */
export interface CallPath extends Required<Pick<XiCall, 'path'>> {
	readonly pathValues: Readonly<Record<string, string>>;
	/** What stands behind `/resellers`, each part decoded. */
	readonly parts: readonly string[];
}

/** What may stand in a part as it is, or as a percent sign and two digits. All else, blanks too, is encoded. */
const PLAIN_PART = /^(?:[\w.~!'()*-]|%[0-9a-f]{2})+$/i;
/** Signs by which a part, once decoded, would be another path, another host, a query or a header. */
const STEERS = /[/\\?#%;\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
/** A version of the API, which is the same in each call: v6, v6.1. */
const VERSION = /^v\d+(\.\d+)?$/i;

const HOW =
	'Give the path alone, from /resellers/ on: no host, no query (that goes into Query Parameters), and each number in it encoded, in an expression by encodeURIComponent()';

function decoded(part: string): string | undefined {
	try {
		return decodeURIComponent(part);
	} catch {
		// A percent sign that begins no sign of any script.
		return undefined;
	}
}

/** Why a part of a path is refused; undefined: it is not. */
function wrongIn(part: string): string | undefined {
	if (part === '') return 'a part of it is empty';
	const meant = PLAIN_PART.test(part) ? decoded(part) : undefined;
	if (meant === undefined) return `"${part}" holds signs that no path has as they are`;
	if (/^\.+$/.test(meant.trim()) || meant.trim() === '') return `"${part}" leads to another path`;
	if (STEERS.test(meant)) return `"${part}" hides a sign that leads elsewhere`;
	return undefined;
}

/**
 * The path of a call, from `/resellers/` on. What is checked is what goes out: each part
 * is decoded, and encoded anew when it is sent. Parts with a digit become values, so that calls about
 * different numbers are one to the rate limit, as those of all other nodes are.
 *
 * @throws BadInput for another host or path, and for what could turn into one on the way
 */
export function callPathOf(text: string, label: string): CallPath {
	const refuse = (why: string): never => {
		throw new BadInput(`${label} is ${quotedValue(text)}, and ${why}`, HOW);
	};
	const path = text.replace(/^ +| +$/g, '');
	if (!path.startsWith(BELOW)) refuse(`calls go to paths under ${BELOW} only`);
	if (/[?#]/.test(path)) refuse('a query is no part of the path');
	const raw = path.slice(BELOW.length).split('/');
	for (const part of raw) {
		const why = wrongIn(part);
		if (why !== undefined) refuse(why);
	}
	const parts = raw.map((part) => decodeURIComponent(part).trim());
	const pathValues: Record<string, string> = {};
	const template = parts.map((part, position) => {
		if (VERSION.test(part) || /^[a-z]+$/i.test(part)) return part;
		const name = `part${position + 1}`;
		pathValues[name] = part;
		return `{${name}}`;
	});
	return { path: BELOW + template.join('/'), pathValues, parts };
}

/** The path of a call as a parameter. It is read as it came: whatever is cleaned could hide what is meant. */
export const callPath = (displayName: string, texts: Texts): Field<CallPath> => ({
	property: { displayName, type: 'string', default: '', required: true, ...shown(texts) },
	read(value, label) {
		if (isBlank(value)) throw new BadInput(`${label} is empty`, HOW);
		if (typeof value !== 'string') {
			throw new BadInput(`${label} is ${quotedValue(value)}; a text is expected`, HOW);
		}
		return callPathOf(value, label);
	},
});
