import { rmSync } from 'node:fs';

import { type Simulator, startSimulator } from '../simulator/index.mts';
import { install, type Installation, type Version } from './installation.mts';
import { type N8n, startN8n } from './n8n.mts';
import { loadedNodes, type NodeType } from './nodeTypes.mts';
import { installPackage } from './package.mts';
import { data } from './paths.mts';
import { Rest } from './rest.mts';
import { CREDENTIAL_NAME, CREDENTIAL_TYPE, credentialData } from './workflows.mts';

/** A fresh n8n with the package in it, a simulator, and a credential that leads to that. */
export interface Trial {
	version: Version;
	installation: Installation;
	simulator: Simulator;
	n8n: N8n;
	rest: Rest;
	credential: { id: string; name: string };
	/** The package's nodes that n8n has loaded. */
	nodes: NodeType[];
	/** Ends n8n and starts it again, on the same data and at the same address. */
	restart(how?: 'kill' | 'stop'): Promise<void>;
	close(): Promise<void>;
}

/**
 * Sets up everything for one n8n version; nothing is left of earlier runs.
 *
 * @param purpose names the folder of its data and its log
 * @param env settings of n8n beside the usual ones
 */
export async function startTrial(
	version: Version,
	tarball: string,
	purpose = 'e2e',
	env: Record<string, string> = {},
): Promise<Trial> {
	const installation = await install(version);
	const userFolder = data(`${purpose}/${version}`);
	rmSync(userFolder, { recursive: true, force: true });
	const log = data(`logs/${purpose}-${version}.log`);
	rmSync(log, { force: true });
	await installPackage(installation, tarball, userFolder);

	const simulator = await startSimulator({ callsPerWindow: 0 });
	const options = { userFolder, port: 0, log, env };
	let n8n: N8n | undefined;
	const close = async (): Promise<void> => {
		await n8n?.stop();
		await simulator.close();
	};
	try {
		const first = await startN8n(installation, options);
		n8n = first;
		const rest = new Rest(first.url);
		await rest.signIn();
		const settings = credentialData(simulator.url);
		const credential = await rest.addCredential(CREDENTIAL_NAME, CREDENTIAL_TYPE, settings);
		const nodes = await loadedNodes(rest);

		const port = Number(new URL(first.url).port);
		const trial: Trial = {
			version,
			installation,
			simulator,
			n8n: first,
			rest,
			credential,
			nodes,
			restart: async (how = 'stop') => {
				await trial.n8n[how]();
				n8n = await startN8n(installation, { ...options, port });
				trial.n8n = n8n;
				await rest.signIn();
			},
			close,
		};
		return trial;
	} catch (error) {
		await close();
		throw error;
	}
}
