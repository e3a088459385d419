import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { type Simulator, startSimulator } from '../simulator/index.mts';
import { storeCredential } from './credentialStore.mts';
import { importExamples } from './exampleImport.mts';
import { install, isVersion, NEWEST, VERSION_NAMES } from './installation.mts';
import { startN8n } from './n8n.mts';
import { loadedNodes, nodeOfFile, webhookPath } from './nodeTypes.mts';
import { installPackage, pack } from './package.mts';
import { data } from './paths.mts';
import { onStop, stopAll } from './processes.mts';
import { reasonOf } from './report.mts';
import { login, Rest, type Workflow } from './rest.mts';
import { fillShopDemo, startShopDemo } from './shopDemo.mts';
import {
	CREDENTIAL_NAME,
	CREDENTIAL_TYPE,
	credentialData,
	examples,
	WEBHOOK_KEY,
} from './workflows.mts';

const help = `Starts a real n8n with this package installed as users install it, and a simulator of XI.

  --port N            port of n8n's editor (default 5678; 0: any free one)
  --simulator-port N  port of the simulator (default 4010; 0: any free one)
  --n8n VERSION       ${VERSION_NAMES} (default: ${NEWEST})
  --fresh             forgets what earlier runs left: workflows, credentials, executions
  --help              this text
`;

const text = { type: 'string' } as const;
const { values } = parseArgs({
	options: {
		port: { ...text, default: '5678' },
		'simulator-port': { ...text, default: '4010' },
		n8n: { ...text, default: NEWEST },
		fresh: { type: 'boolean' },
		help: { type: 'boolean', short: 'h' },
	},
});

function portFrom(option: 'port' | 'simulator-port'): number {
	const port = Number(values[option]);
	if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
	throw new Error(`--${option} must be a port number, not "${values[option]}"`);
}

/**
 * Has the simulator tell the workflows that start with the trigger of every order that ships: the one
 * that the editor listens for, and the one that is published.
 *
 * @returns their names
 */
async function tellTriggers(
	rest: Rest,
	simulator: Simulator,
	workflows: Workflow[],
): Promise<string[]> {
	const trigger = nodeOfFile(await loadedNodes(rest), 'IngramMicroTrigger');
	const names: string[] = [];
	for (const { name, nodes } of workflows) {
		for (const node of nodes.filter(({ type }) => type === trigger.name)) {
			names.push(name);
			for (const entrance of ['webhook-test', 'webhook']) {
				const url = `${rest.url}/${entrance}/${webhookPath(trigger, node)}`;
				simulator.webhooks.add({ url, secret: WEBHOOK_KEY, events: ['order_shipped'] });
			}
		}
	}
	return names;
}

async function main(): Promise<void> {
	if (values.help) {
		process.stdout.write(help);
		return;
	}
	const version = values.n8n;
	if (!isVersion(version)) throw new Error(`--n8n must be ${VERSION_NAMES}, not "${version}"`);
	const port = portFrom('port');
	const simulatorPort = portFrom('simulator-port');

	const installation = await install(version);
	const userFolder = data(`user/${version}`);
	if (values.fresh && existsSync(userFolder)) rmSync(userFolder, { recursive: true });
	console.log('Building and packing this package …');
	await installPackage(installation, await pack(), userFolder);

	// Once: nobody listens most of the time, and a late event would surprise whoever does then.
	const simulator = await startSimulator({ port: simulatorPort, webhookAttempts: 1 });
	// Finished ones: a fresh simulator has no invoices to find.
	simulator.addOrders(5, { prefix: 'EXAMPLE-' });
	console.log(`Starting n8n ${installation.version} …`);
	const log = data(`logs/${version}.log`);
	mkdirSync(data('logs'), { recursive: true });
	writeFileSync(log, '');
	const shops = await startShopDemo();
	const n8n = await startN8n(installation, { userFolder, port, log, env: shops?.env });
	const rest = new Rest(n8n.url);
	await rest.signIn();
	const settings = credentialData(simulator.url);
	const credential = await storeCredential(rest, CREDENTIAL_NAME, CREDENTIAL_TYPE, settings);
	const others = shops && (await fillShopDemo(rest));
	const imported = await importExamples(rest, userFolder, examples(credential, others));
	const workflows = imported.map(({ stored }) => stored);
	const waiting = await tellTriggers(rest, simulator, workflows);
	const lines = imported.map(({ stored: { name }, note }) => (note ? `${name} (${note})` : name));
	console.log(`
n8n ${installation.version} is ready: ${n8n.url}
  E-mail     ${login.email}
  Password   ${login.password}
  Workflows  ${lines.join('\n             ')}
  Credential ${CREDENTIAL_NAME}, set up for the simulator at ${simulator.url}
  Log        ${log}

Shops and chats are stand-ins on this machine; what is posted in a chat is printed here.
Open a workflow and click Execute workflow. "${waiting.join('", "')}"
then waits for an order to ship. To have one shipped, type in another terminal:
  curl -X POST -H 'Content-Type: application/json' -d '{"count": 1}' ${simulator.url}/_control/orders
Ctrl+C stops everything.`);
	await new Promise<void>((resolve) => (leave = resolve));
	shops?.close();
	await simulator.close();
}

let leave = (): void => process.exit(130);
onStop(() => {
	console.log('\nStopping …');
	void stopAll().then(() => leave());
});
main().catch(async (error: unknown) => {
	console.error(reasonOf(error));
	process.exitCode = 1;
	await stopAll();
	process.exit();
});
