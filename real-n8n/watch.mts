import { parseArgs } from 'node:util';

import { runCommand } from './command.mts';
import { isVersion, type Version, VERSION_NAMES, VERSIONS } from './installation.mts';
import { pack } from './package.mts';
import { Receiver } from './receiver.mts';
import { expect, Report } from './report.mts';
import { startTrial } from './trial.mts';
import { CASES, type Row } from './watchCases.mts';
import type { Told } from './watchHost.mts';

const help = `Tries the watch trigger in real n8n versions: outages, kills, slow polls, publishing again.

  --only VERSION  ${VERSION_NAMES} (default: all)
  --durable       only with n8n's durable cursors; --no-durable: only without (default: both)
  --case NAME     ${Object.keys(CASES).join(', ')} (default: all)
  --help          this text
`;

const { values } = parseArgs({
	options: {
		only: { type: 'string' },
		durable: { type: 'boolean' },
		case: { type: 'string', multiple: true },
		help: { type: 'boolean', short: 'h' },
	},
	allowNegative: true,
});

/** n8n's setting that keeps what a poll remembers together with the execution that it starts. */
const DURABLE = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
};
/** What every version does. The publication service that it takes is on in the newest alone. */
const HAS_DURABLE: readonly Version[] = ['n8n-2'];

const report = new Report();
const table: Array<Row & { where: string }> = [];

const counts = ({ changed, told, lost, twice }: Told): string =>
	`${told} of ${changed} told, ${lost} lost, ${twice} twice`;
const shown = ({ again, executions, ...told }: Row): string =>
	`${counts(told)} (executions: ${executions})` +
	(again ? `; those that were cut off run again: ${counts(again)}` : '');

async function tryIn(version: Version, tarball: string, isDurable: boolean): Promise<void> {
	const where = isDurable ? `${version}, durable` : version;
	report.heading(where);
	const purpose = isDurable ? 'watch-durable' : 'watch';
	const trial = await startTrial(version, tarball, purpose, isDurable ? DURABLE : {});
	const receiver = await Receiver.start();
	try {
		for (const [name, tried] of Object.entries(CASES)) {
			if (values.case && !values.case.includes(name)) continue;
			trial.simulator.faults.clear();
			await report.check(name, async () => {
				const rows = await tried(trial, receiver);
				table.push(
					...rows.map((row) => ({
						...row,
						where: `${trial.installation.version}${isDurable ? ' durable' : ''}`,
					})),
				);
				const text = rows.map((row) => `\n    ${row.situation}: ${shown(row)}`).join('');
				const kind = isDurable ? 'durable' : 'lasting';
				const isWhole = rows.every(
					({ mayLose, mayRepeat, lost, twice, again }) =>
						((again?.lost ?? lost) === 0 || mayLose === kind) &&
						((again?.twice ?? twice) === 0 || mayRepeat === kind),
				);
				expect(isWhole, text);
				return text;
			});
		}
	} finally {
		receiver.close();
		await trial.close();
	}
}

/** The rows of all versions, as a table of Markdown. */
function printed(): string {
	const places = [...new Set(table.map(({ where }) => where))];
	const situations = [...new Set(table.map(({ situation }) => situation))];
	const cell = (situation: string, place: string): string => {
		const row = table.find((one) => one.situation === situation && one.where === place);
		if (!row) return '–';
		const { told, changed, twice, executions, again } = row;
		const afterwards = again ? `; run again: ${again.told}/${changed}, ${again.twice} twice` : '';
		return `${told}/${changed}, ${twice} twice; ${executions}${afterwards}`;
	};
	return [
		['Situation', ...places],
		['---', ...places.map(() => '---')],
		...situations.map((situation) => [situation, ...places.map((place) => cell(situation, place))]),
	]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}

async function main(): Promise<boolean> {
	const { only, durable, case: cases = [] } = values;
	if (only !== undefined && !isVersion(only)) {
		throw new Error(`--only must be ${VERSION_NAMES}, not "${only}"`);
	}
	for (const name of cases) expect(Object.hasOwn(CASES, name), `There is no case "${name}"`);
	const tarball = await pack();
	for (const version of only === undefined ? (Object.keys(VERSIONS) as Version[]) : [only]) {
		if (durable !== true) await tryIn(version, tarball, false);
		if (durable !== false && HAS_DURABLE.includes(version)) await tryIn(version, tarball, true);
	}
	console.log(`\nTold of all that changed:\n\n${printed()}`);
	return report.finish();
}

if (values.help) process.stdout.write(help);
else runCommand(main);
