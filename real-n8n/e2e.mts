import { parseArgs } from 'node:util';

import { agents } from './agents.mts';
import { requireBrowser } from './browser.mts';
import { runCommand } from './command.mts';
import { editor, olderEditor } from './editor.mts';
import { isVersion, NEWEST, type Version, VERSION_NAMES, VERSIONS } from './installation.mts';
import { pack } from './package.mts';
import { references } from './references.mts';
import { expect, Report } from './report.mts';
import { smoke } from './smoke.mts';
import { trigger } from './trigger.mts';
import { triggerOnce } from './triggerOnce.mts';
import { startTrial, type Trial } from './trial.mts';
import { waitedOrders } from './waitedOrders.mts';

/** What is tried in every version without a browser, by the names that can be picked. */
const CASES: Record<string, (report: Report, trial: Trial) => Promise<void>> = {
	smoke,
	references,
	trigger,
	agents,
	triggerOnce,
	waitedOrders,
};

const help = `Tries the package in real n8n versions, installed from its tarball, against the simulator.

  --only VERSION  ${VERSION_NAMES} (default: all)
  --no-browser    leaves out the editor, for which a browser is needed
  --case NAME     ${Object.keys(CASES).join(', ')} (default: all, and the editor)
  --help          this text
`;

const { values } = parseArgs({
	options: {
		only: { type: 'string' },
		'no-browser': { type: 'boolean' },
		case: { type: 'string', multiple: true },
		help: { type: 'boolean', short: 'h' },
	},
});

const report = new Report();

async function tryVersion(version: Version, tarball: string, chromium?: string): Promise<void> {
	let trial: Trial | undefined;
	await report.check(`${version} starts with the package`, async () => {
		trial = await startTrial(version, tarball);
		return `n8n ${trial.installation.version} at ${trial.n8n.url}`;
	});
	if (!trial) return;
	try {
		for (const [name, tried] of Object.entries(CASES)) {
			if (values.case && !values.case.includes(name)) continue;
			trial.simulator.faults.clear();
			await tried(report, trial);
		}
		if (chromium === undefined) return;
		const look = version === NEWEST ? editor : olderEditor;
		await look(report, trial, chromium);
	} finally {
		await trial.close();
	}
}

async function main(): Promise<boolean> {
	const { only, case: cases } = values;
	for (const name of cases ?? []) expect(Object.hasOwn(CASES, name), `There is no case "${name}"`);
	if (only !== undefined && !isVersion(only)) {
		throw new Error(`--only must be ${VERSION_NAMES}, not "${only}"`);
	}
	const versions = only === undefined ? (Object.keys(VERSIONS) as Version[]) : [only];
	const chromium = values['no-browser'] || cases ? undefined : requireBrowser();
	const tarball = await pack();
	for (const version of versions) {
		report.heading(version);
		await tryVersion(version, tarball, chromium);
	}
	return report.finish();
}

if (values.help) process.stdout.write(help);
else runCommand(main);
