import { execFileSync } from 'node:child_process';

import { LazyPackageDirectoryLoader, PackageDirectoryLoader } from 'n8n-core';
import { NodeHelpers } from 'n8n-workflow';

import { root } from './built.mts';

/*
 * At its start n8n reads what its own tool wrote of the package, and loads a node's code when it is
 * first used. So what was written must be what the code says.
 */
describe('what n8n reads of the package instead of its code', () => {
	const written = new LazyPackageDirectoryLoader(root);
	const loaded = new PackageDirectoryLoader(root);

	beforeAll(async () => {
		await written.loadAll();
		await loaded.loadAll();
	});

	it('is there, so that nothing has to be loaded', () => {
		expect(written.isLazyLoaded).toBe(true);
		expect(Object.keys(written.nodeTypes)).toEqual([]);
	});

	it('names every node and credential with its file', () => {
		expect(written.known).toEqual(JSON.parse(JSON.stringify(loaded.known)));
	});

	it('describes every node as its code does', () => {
		const described = Object.values(loaded.nodeTypes).map(({ type }) => type.description);
		expect(written.types.nodes).toEqual(JSON.parse(JSON.stringify(described)));
	});

	it('describes the credential as its code does', () => {
		const described = Object.values(loaded.credentialTypes).map(({ type }) => type);
		expect(written.types.credentials).toEqual(JSON.parse(JSON.stringify(described)));
	});

	it('spares n8n the nodes’ code, also when it loads the credentials, as its start does', () => {
		const script = `
			const { LazyPackageDirectoryLoader } = require('n8n-core');
			const loader = new LazyPackageDirectoryLoader(process.cwd());
			loader.loadAll().then(() => {
				for (const name of Object.keys(loader.known.credentials)) loader.getCredential(name);
				const loaded = Object.keys(require.cache).filter((path) => path.includes('/dist/ingram-micro'));
				const credentials = Object.keys(loader.credentialTypes);
				console.log(JSON.stringify({ loaded, credentials }));
			});`;
		const said = execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
		expect(JSON.parse(said)).toEqual({ loaded: [], credentials: ['ingramMicroXiOAuth2Api'] });
	});

	it('leads to the code when a node is used', () => {
		for (const name of Object.keys(loaded.known.nodes)) {
			const { properties } = NodeHelpers.getVersionedNodeType(
				written.getNode(name).type,
			).description;
			const { type } = loaded.getNode(name);
			expect(properties).toEqual(NodeHelpers.getVersionedNodeType(type).description.properties);
		}
	});
});
