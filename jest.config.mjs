/** @type {import('jest').Config} */
export default {
	// Without it, jest looks through the whole n8n that real-n8n installs.
	roots: ['<rootDir>/credentials', '<rootDir>/nodes', '<rootDir>/simulator', '<rootDir>/test'],
	testMatch: ['<rootDir>/test/**/*.test.mts'],
	// n8n's lint rules forbid Node's modules and timers in every .ts, so all but the nodes is .mts.
	moduleFileExtensions: ['mts', 'ts', 'mjs', 'cjs', 'js', 'json', 'node'],
	transform: {
		'^.+\\.m?ts$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' },
				module: { type: 'commonjs' },
			},
		],
	},
	globalSetup: '<rootDir>/test/temporaryFolder.mjs',
	globalTeardown: '<rootDir>/test/removeTemporaryFolder.mjs',
	setupFiles: ['<rootDir>/test/byDay.mts'],
	testTimeout: 60_000,
	// Most of the time is spent waiting for sockets, so every core may have a file.
	maxWorkers: '100%',
};
