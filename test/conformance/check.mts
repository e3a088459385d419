import type { RecordedRequest } from '../../simulator/requestLog.mts';
import { callKey, type Edition, loadEditions, VARIABLE } from './document.mts';
import {
	explanationOf,
	KNOWN_ERRORS,
	type KnownError,
	keyOf,
	lacksDocument,
	mayLack,
} from './knownErrors.mts';
import { requestOf } from './requestOf.mts';
import { problemsWith } from './validate.mts';

export type CheckResult = { checked: number; problems: string[] } | { skipped: string };

export const NOT_COMPARED =
	"Not compared with Ingram Micro's OpenAPI document: " + `${VARIABLE} does not name it`;

const loaded = new Map<string, Edition[] | undefined>();
let told = false;

/** The editions that the environment names, read once. */
export function editions(): Edition[] | undefined {
	const files = process.env[VARIABLE] ?? '';
	if (!loaded.has(files)) loaded.set(files, loadEditions(files));
	return loaded.get(files);
}

/** Says, once in a test file, that there is no document to compare with. */
function tellNotCompared(): void {
	if (told) return;
	told = true;
	console.log(NOT_COMPARED);
}

/**
 * Holds requests against the official OpenAPI document: each must be right by at least one edition
 * that has its call, but for the document's known errors. Calls that these editions are known to lack,
 * and calls outside `/resellers`, are left out.
 *
 * @param requests as the simulator recorded them
 * @returns how many were compared, and what is wrong with them; or why nothing was compared
 * @throws Error when the environment names a file that cannot be used
 */
export function checkRequests(requests: readonly RecordedRequest[]): CheckResult {
	const named = editions();
	if (!named) {
		tellNotCompared();
		return { skipped: NOT_COMPARED };
	}
	return compare(requests, named);
}

/** What `checkRequests` does, with editions of one's own. */
export function compare(
	requests: readonly RecordedRequest[],
	against: readonly Edition[],
): { checked: number; problems: string[] } {
	let checked = 0;
	const problems = new Set<string>();
	for (const request of requests) {
		const call = `${request.method} ${request.endpoint}`;
		if (!request.endpoint.startsWith('/resellers/') || isLeftOut(request, call, against)) continue;
		checked += 1;
		for (const problem of unexplained(request, call, against)) problems.add(`${call}: ${problem}`);
	}
	return { checked, problems: [...problems] };
}

const havingCall = (
	{ method, endpoint }: RecordedRequest,
	against: readonly Edition[],
): readonly Edition[] => against.filter(({ calls }) => calls.has(callKey(method, endpoint)));

const isLeftOut = (request: RecordedRequest, call: string, against: readonly Edition[]): boolean =>
	lacksDocument(call) || (mayLack(call) && havingCall(request, against).length === 0);

/** The problems by the edition that has the fewest of them. */
function unexplained(
	request: RecordedRequest,
	call: string,
	against: readonly Edition[],
): string[] {
	const having = havingCall(request, against);
	if (having.length === 0) return ['no edition of the document has this call'];
	// What one edition has right needs no excuse, which would only hide other slips.
	const isExcused = (problem: string): boolean => {
		const known = explanationOf(call, problem);
		return known !== undefined && having.every((edition) => isMade(known, edition));
	};
	const [best] = having
		.map((edition) =>
			problemsWith(request, edition)
				.filter((problem) => !isExcused(problem))
				.map((problem) => `${problem} (${edition.name})`),
		)
		.sort((a, b) => a.length - b.length);
	return best ?? [];
}

/** Whether an edition makes a known error, tried with the error's own example. */
const isMade = (known: KnownError, edition: Edition): boolean =>
	edition.calls.has(keyOf(known.call)) &&
	problemsWith(requestOf(known.call, known.example), edition).some(
		(problem) => explanationOf(known.call, problem) === known,
	);

/** The known errors that no edition makes any more. */
export const mendedErrors = (against: readonly Edition[]): KnownError[] =>
	KNOWN_ERRORS.filter((known) => !against.some((edition) => isMade(known, edition)));
