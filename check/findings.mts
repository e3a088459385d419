import { answersOf, type Expectations } from './expected.mts';
import { oddPages, rateOf, type RateSeen } from './paging.mts';
import type { CallResult, CheckRun, Failure } from './run.mts';
import { type Difference, differencesOf, shapeOfAll } from './shape.mts';

/** What the check has to say of one operation. */
export interface Row {
	title: string;
	/** Its calls, as in `GET /resellers/v6/orders/search`. */
	endpoints: readonly string[];
	/** `as expected`, `differs`, `failed`, or why it was not run. */
	outcome: 'as expected' | 'differs' | 'failed' | 'not run';
	skipped?: string;
	calls: number;
	/** Statuses of the answers, each once; `no answer` where none came. */
	statuses: string[];
	/** Milliseconds of the slowest call. */
	slowest: number;
	failures: Failure[];
	differences: (Difference & { endpoint: string })[];
	paging: string[];
	rate: RateSeen;
	/** What an answer was like, where nothing is known of it to compare with. */
	notCompared: string[];
}

/** All that the check has found. */
export interface Findings {
	rows: Row[];
	/** What the token call says of the life of a token, as it came; undefined where it says nothing. */
	tokenLife: unknown;
	tokenStatuses: string[];
	signInFailed: boolean;
}

/** Holds what was answered against what was expected. */
export function findingsOf(run: CheckRun, expected: Expectations): Findings {
	const [token] = run.tokens.filter(({ status }) => status === 200);
	const answer = token?.answer as { expires_in?: unknown } | undefined;
	return {
		rows: run.results.map((result) => rowOf(result, expected)),
		tokenLife: answer?.expires_in,
		tokenStatuses: statusesOf(run.tokens),
		signInFailed: run.signInFailed,
	};
}

const statusesOf = (exchanges: CheckRun['tokens']): string[] => [
	...new Set(exchanges.map(({ status }) => (status === undefined ? 'no answer' : String(status)))),
];

function rowOf(result: CallResult, expected: Expectations): Row {
	const { call, skipped, exchanges, failures } = result;
	const differences: Row['differences'] = [];
	const notCompared: string[] = [];
	for (const { endpoint, answers } of answersOf(result)) {
		const shape = expected.get(endpoint);
		if (!shape) {
			notCompared.push(endpoint);
			continue;
		}
		const found = differencesOf(shape, shapeOfAll(answers));
		differences.push(...found.map((difference) => ({ ...difference, endpoint })));
	}
	const paging = oddPages(exchanges);
	const differs = differences.length + paging.length > 0;
	return {
		title: call.title,
		endpoints: call.endpoints,
		outcome:
			skipped !== undefined
				? 'not run'
				: failures.length > 0
					? 'failed'
					: differs
						? 'differs'
						: 'as expected',
		...(skipped === undefined ? {} : { skipped }),
		calls: exchanges.length,
		statuses: statusesOf(exchanges),
		slowest: Math.max(0, ...exchanges.map(({ milliseconds }) => milliseconds)),
		failures,
		differences,
		paging,
		rate: rateOf(exchanges),
		notCompared,
	};
}

/** What a run ends with: a line for people, and the exit code for programs. */
export interface Verdict {
	line: string;
	/** 0: as expected. 1: there is something to report. 2: the account could not be checked. */
	exitCode: 0 | 1 | 2;
}

const counted = (count: number, one: string, many = `${one}s`): string =>
	`${count} ${count === 1 ? one : many}`;

export function verdictOf({ rows, signInFailed, tokenStatuses }: Findings): Verdict {
	if (signInFailed) {
		const said = tokenStatuses.length > 0 ? ` (${tokenStatuses.join(', ')})` : '';
		return { line: `Not checked: Ingram Micro gave no token${said}.`, exitCode: 2 };
	}
	const run = rows.filter(({ outcome }) => outcome !== 'not run');
	const failed = run.filter(({ outcome }) => outcome === 'failed').length;
	const differences = run.reduce((sum, row) => sum + row.differences.length + row.paging.length, 0);
	const skipped = rows.length - run.length;
	const rest = skipped > 0 ? `; ${counted(skipped, 'operation')} could not be tried` : '';
	if (failed + differences === 0) {
		const calls = run.reduce((sum, { calls: made }) => sum + made, 0);
		return {
			line: `As expected: ${counted(run.length, 'operation')}, ${counted(calls, 'call')}${rest}.`,
			exitCode: 0,
		};
	}
	return {
		line: `To report: ${counted(failed, 'operation')} failed, ${counted(differences, 'difference')}${rest}.`,
		exitCode: 1,
	};
}
