import { parseArgs } from 'node:util';

import { agents } from './agents.mts';
import { requireBrowser } from './browser.mts';
import { runCommand } from './command.mts';
import { editor, olderEditor } from './editor.mts';
import { isVersion, NEWEST, type Version, VERSION_NAMES, VERSIONS } from './installation.mts';
import { pack } from './package.mts';
import { references } from './references.mts';
import { Report } from './report.mts';
import { shopRecipes } from './shopCases.mts';
import { ShopServer } from './shopServer.mts';
import { smoke } from './smoke.mts';
import { trigger } from './trigger.mts';
import { triggerOnce } from './triggerOnce.mts';
import { startTrial, type Trial } from './trial.mts';
import { waitedOrders } from './waitedOrders.mts';

/** What is tried, in this order. */
const CASES: Record<string, (trial: Trial, services: ShopServer) => Promise<void>> = {
	smoke: async (trial) => await smoke(report, trial),
	shops: async (trial, { shops }) => await shopRecipes(report, trial, shops),
	references: async (trial) => await references(report, trial),
	trigger: async (trial) => await trigger(report, trial),
	agents: async (trial) => await agents(report, trial),
	triggerOnce: async (trial) => await triggerOnce(report, trial),
	waitedOrders: async (trial) => await waitedOrders(report, trial),
};

const help = `Tries the package in real n8n versions, installed from its tarball, against the simulator.

  --only VERSION  ${VERSION_NAMES} (default: all)
  --case NAME     ${Object.keys(CASES).join(', ')} or editor (default: all)
  --no-browser    leaves out the editor, for which a browser is needed
  --help          this text
`;

const { values } = parseArgs({
	options: {
		only: { type: 'string' },
		case: { type: 'string', multiple: true },
		'no-browser': { type: 'boolean' },
		help: { type: 'boolean', short: 'h' },
	},
});

const isWanted = (name: string): boolean => values.case?.includes(name) ?? true;

const report = new Report();

async function tryVersion(version: Version, tarball: string, chromium?: string): Promise<void> {
	const services = await ShopServer.start();
	let trial: Trial | undefined;
	try {
		await report.check(`${version} starts with the package`, async () => {
			trial = await startTrial(version, tarball, 'e2e', services.env);
			return `n8n ${trial.installation.version} at ${trial.n8n.url}`;
		});
		if (!trial) return;
		for (const [name, tried] of Object.entries(CASES)) {
			if (isWanted(name)) await tried(trial, services);
		}
		if (chromium === undefined) return;
		const look = version === NEWEST ? editor : olderEditor;
		await look(report, trial, chromium);
	} finally {
		await trial?.close();
		services.close();
	}
}

async function main(): Promise<boolean> {
	const { only } = values;
	if (only !== undefined && !isVersion(only)) {
		throw new Error(`--only must be ${VERSION_NAMES}, not "${only}"`);
	}
	const versions = only === undefined ? (Object.keys(VERSIONS) as Version[]) : [only];
	for (const name of values.case ?? []) {
		const isKnown = name === 'editor' || Object.hasOwn(CASES, name);
		if (!isKnown) throw new Error(`There is no case "${name}"`);
	}
	const isLookedAt = isWanted('editor') && !values['no-browser'];
	const chromium = isLookedAt ? requireBrowser() : undefined;
	const tarball = await pack();
	for (const version of versions) {
		report.heading(version);
		await tryVersion(version, tarball, chromium);
	}
	return report.finish();
}

if (values.help) process.stdout.write(help);
else runCommand(main);
