import { LazyPackageDirectoryLoader, PackageDirectoryLoader } from 'n8n-core';

/** What loading the package once took. */
export interface LoadReport {
	milliseconds: number;
	megabytes: number;
}

const [how] = process.argv.slice(2);
const Loader = how === 'start' ? LazyPackageDirectoryLoader : PackageDirectoryLoader;

const megabytes = () => {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed / 1e6;
};

const before = megabytes();
const start = performance.now();
const loader = new Loader(process.cwd());
await loader.loadAll();
// n8n loads the code of all credentials when it starts, and of nodes when they are used.
for (const name of Object.keys(loader.known.credentials)) loader.getCredential(name);
const milliseconds = performance.now() - start;
process.send?.({ milliseconds, megabytes: megabytes() - before } satisfies LoadReport);
// Still in use, so that what it holds was not collected above.
if (Object.keys(loader.known.nodes).length === 0) throw new Error('The package has no nodes');
if (how === 'start' && !loader.isLazyLoaded) throw new Error('n8n did not take the metadata');
process.disconnect();
