import { join } from 'node:path';

import { install, NEWEST } from '../../real-n8n/installation.mts';
import { priceFilePieces, writePieces } from '../../simulator/priceFile.mts';
import { saidBy, startProcess } from '../childProcess.mts';
import { type Figure, median, type Part, type Promised } from '../figures.mts';
import { FileN8n, type Ran } from '../priceFileN8n.mts';
import { CATEGORIES, n8nsOwn, nothing, ours, twoFiles } from '../priceFileWorkflows.mts';

const ROWS = 673_000;
const CHANGED = 37;
const TURNS = 5;
const MB = 1_048_576;

/** The nodes that only fetch files. */
const FETCHING = ['Start', 'File', 'Yesterday', 'Today', 'Both'];

const US = 'this package';
const THEY = 'Extract From File and Filter nodes';
const BARE = 'bare Node.js';

/** The median of what was measured in turns. */
const middle = (runs: readonly Ran[]): Ran => ({
	seconds: median(runs.map(({ seconds }) => seconds)),
	bytes: median(runs.map(({ bytes }) => bytes)),
	out: runs[0].out,
});

const count = (number: number): string => number.toLocaleString('en-US');

const memory = (bytes: number): string => `${count(Math.round(bytes / MB))} MB at the peak`;

const figureOf = (
	job: string,
	by: string,
	{ seconds, bytes, out }: Ran,
	wanted: number,
): Figure => ({
	job,
	by,
	seconds,
	...(out !== undefined && { results: [out, wanted] }),
	other: memory(bytes),
});

/**
 * (g) The price file of a whole catalog in a real n8n, each run in a process of its own and in turns with
 * the others. n8n's own nodes run once over all rows, which takes minutes, and in turns over a tenth.
 */
export async function priceFile(): Promise<Part> {
	const n8n = new FileN8n(await install(NEWEST));
	try {
		return await measured(n8n);
	} finally {
		n8n.close();
	}
}

async function measured(n8n: FileN8n): Promise<Part> {
	const [small, large, later] = ['small', 'large', 'later'].map((name) => join(n8n.files, name));
	await writePieces(small, priceFilePieces({ rows: ROWS / 10 }));
	await writePieces(large, priceFilePieces({ rows: ROWS }));
	await writePieces(later, priceFilePieces({ rows: ROWS, changed: CHANGED }));
	await n8n.add([
		nothing(large),
		ours('ours', large),
		ours('oursSmall', small),
		n8nsOwn('own', large),
		n8nsOwn('ownSmall', small),
		twoFiles('bothFiles', large, later),
		twoFiles('compare', large, later),
	]);
	const runs: Record<string, Ran[]> = {};
	const note = (name: string, ran: Ran): void => {
		(runs[name] ??= []).push(ran);
		console.log(`  ${name}: ${ran.seconds.toFixed(2)} s, ${memory(ran.bytes)}`);
	};
	for (let turn = 0; turn < TURNS; turn += 1) {
		note('bare', await bare(n8n, large));
		for (const id of ['ours', 'oursSmall', 'ownSmall', 'nothing', 'bothFiles', 'compare']) {
			note(id, await n8n.run(id, FETCHING));
		}
	}
	note('own', await n8n.run('own', FETCHING));
	const of = (name: string): Ran => middle(runs[name]);
	return { figures: figuresOf(of), promises: promisesOf(of) };
}

/** The floor: a program of one's own in the same Node.js. */
const bare = async (n8n: FileN8n, path: string): Promise<Ran> =>
	await saidBy<Ran>(startProcess('priceFileBare.mts', [path, ...CATEGORIES], [], n8n.node));

type Runs = (name: string) => Ran;

const KEEP = `Keep 10,000 of ${count(ROWS)} rows of a price file`;
const SMALL = `Keep 1,000 of ${count(ROWS / 10)} rows of a price file`;
const COMPARE = `Compare two price files of ${count(ROWS)} rows`;

function figuresOf(of: Runs): Figure[] {
	const wanted = of('bare').out ?? 0;
	return [
		figureOf(KEEP, US, of('ours'), wanted),
		figureOf(KEEP, THEY, of('own'), wanted),
		figureOf(KEEP, BARE, of('bare'), wanted),
		{ job: KEEP, by: 'n8n, nothing done', other: memory(of('nothing').bytes) },
		figureOf(SMALL, US, of('oursSmall'), of('oursSmall').out ?? 0),
		figureOf(SMALL, THEY, of('ownSmall'), of('oursSmall').out ?? 0),
		figureOf(COMPARE, US, of('compare'), CHANGED),
		{ job: COMPARE, by: 'n8n, nothing done', other: memory(of('bothFiles').bytes) },
	];
}

function promisesOf(of: Runs): Promised[] {
	const [own, our, floor, small] = ['own', 'ours', 'bare', 'oursSmall'].map(of);
	const ownSmall = of('ownSmall');
	const compared = of('compare');
	const most = (what: string, measured: number, limit: number, unit: string): Promised => ({
		what,
		measured,
		limit,
		kind: 'most',
		unit,
	});
	const least = (what: string, measured: number, limit: number, unit: string): Promised => ({
		...most(what, measured, limit, unit),
		kind: 'least',
	});
	const times = 'times';
	return [
		least(`${KEEP}: as many as bare Node.js`, our.out ?? 0, floor.out ?? 0, 'rows'),
		least(`${KEEP}: faster than n8n’s own nodes`, own.seconds / our.seconds, 5, times),
		least(`${SMALL}: faster than n8n’s own nodes`, ownSmall.seconds / small.seconds, 5, times),
		most(`${KEEP}: memory beside n8n’s own nodes`, our.bytes / own.bytes, 0.2, times),
		most(`${KEEP}: time beside bare Node.js`, our.seconds / floor.seconds, 2, times),
		most(
			`${KEEP}: time of a row, beside that of a tenth of the rows`,
			our.seconds / 10 / small.seconds,
			1.2,
			times,
		),
		most(
			`${KEEP}: memory beyond n8n’s, with the products that come out`,
			(our.bytes - of('nothing').bytes) / MB,
			120,
			'MB',
		),
		most(`${COMPARE}: those that changed, and no others`, compared.out ?? 0, CHANGED, 'products'),
		least(`${COMPARE}: all that changed`, compared.out ?? 0, CHANGED, 'products'),
		most(
			`${COMPARE}: memory beyond n8n’s`,
			(compared.bytes - of('bothFiles').bytes) / MB,
			120,
			'MB',
		),
	];
}
