import { parseArgs } from 'node:util';

import { editor } from './editor.mts';
import { type Version, VERSIONS } from './installation.mts';
import { pack } from './package.mts';
import { onStop, stopAll } from './processes.mts';
import { Report } from './report.mts';
import { smoke } from './smoke.mts';
import { trigger } from './trigger.mts';
import { startTrial, type Trial } from './trial.mts';

const help = `Tries the package in real n8n versions, installed from its tarball, against the simulator.

  --only VERSION  n8n-2 or n8n-1 (default: both)
  --no-browser    leaves out what needs the editor and a browser
  --help          this text
`;

const { values } = parseArgs({
	options: {
		only: { type: 'string' },
		'no-browser': { type: 'boolean' },
		help: { type: 'boolean', short: 'h' },
	},
});

const report = new Report();

async function tryVersion(version: Version, tarball: string): Promise<void> {
	let trial: Trial | undefined;
	await report.check(`${version} starts with the package`, async () => {
		trial = await startTrial(version, tarball);
		return `n8n ${trial.installation.version} at ${trial.n8n.url}`;
	});
	if (!trial) return;
	try {
		await smoke(report, trial);
		await trigger(report, trial);
		if (version === 'n8n-2' && !values['no-browser']) await editor(report, trial);
	} finally {
		await trial.close();
	}
}

async function main(): Promise<boolean> {
	const versions = (Object.keys(VERSIONS) as Version[]).filter(
		(version) => values.only === undefined || version === values.only,
	);
	if (versions.length === 0) throw new Error(`--only must be n8n-2 or n8n-1, not "${values.only}"`);
	const tarball = await pack();
	for (const version of versions) {
		report.heading(version);
		await tryVersion(version, tarball);
	}
	return report.finish();
}

onStop(() => void stopAll().then(() => process.exit(130)));

if (values.help) {
	process.stdout.write(help);
} else {
	void main()
		.catch((error: unknown) => {
			console.error(error instanceof Error ? error.message : error);
			console.log('\n0 passed, 1 failed');
			return false;
		})
		.then(async (good) => {
			await stopAll();
			process.exit(good ? 0 : 1);
		});
}
