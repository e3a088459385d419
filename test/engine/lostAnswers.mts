import { CUTS } from '../../simulator/cutAnswer.mts';
import type { Fault } from '../../simulator/index.mts';

/** XI has done what was asked, and its answer does not come whole. */
export const CUT_SHORT: readonly Fault[] = CUTS.map((cut) => ({ kind: 'commitThenCut', cut }));

/** XI has done what was asked, and its answer is lost. */
export const AMBIGUOUS: readonly Fault[] = [
	{ kind: 'commitThenReset' },
	{ kind: 'commitThenMalformed' },
	{ kind: 'commitThenHang' },
	{ kind: 'commitThenStatus', status: 500 },
	{ kind: 'commitThenStatus', status: 503, body: 'Service Unavailable' },
	{ kind: 'commitThenStatus', status: 200, body: {} },
	...CUT_SHORT,
];

/** Nothing arrives, or nothing comes of it; from here, that looks just the same. */
export const LOST: readonly Fault[] = [
	{ kind: 'reset' },
	{ kind: 'hang' },
	{ kind: 'maintenance' },
	{ kind: 'malformed' },
	{ kind: 'html' },
];
