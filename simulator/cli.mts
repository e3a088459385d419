import { parseArgs } from 'node:util';
import { writePriceFiles } from './priceFileCli.mts';
import {
	profileOf,
	readCountry,
	startSimulator,
	type Simulator,
	type SimulatorOptions,
} from './index.mts';

const help = `Starts a local simulator of the Ingram Micro XI Reseller API.

  --port N        port to listen on (default 4010; 0: any free one)
  --host ADDRESS  address to listen on (default 127.0.0.1: this machine only)
  --calls N       calls for each app and endpoint in a window (default 60; 0: no limit)
  --window N      length of a window in seconds (default 60)
  --latency N     milliseconds that every call takes at least (default 0)
  --products N    products in the catalog (default 5000)
  --time-scale N  how much faster than real time orders live (default 1; 3600: an hour in a second)
  --country NAME  like Ingram Micro in a country: US, SG (on SAP), IN, or NL (without states)
  --fixtures DIR  answer with what "npm run check:xi -- --record DIR" has recorded
  --seed N        seed of the made-up data (default 1)
  --help          this text

price-file --help tells how to write a made-up nightly price file instead.
`;

const numbers = {
	port: 'port',
	calls: 'callsPerWindow',
	window: 'windowSeconds',
	latency: 'latencyMs',
	products: 'products',
	'time-scale': 'timeScale',
	seed: 'seed',
} as const satisfies Record<string, keyof SimulatorOptions>;

/**
 * Reads the command line.
 *
 * @param args without node and script
 * @returns the options, or undefined when help is asked for
 * @throws TypeError for an unknown argument or a value that is no number
 */
function readArguments(args: string[]): SimulatorOptions | undefined {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({
		args,
		options: {
			port: { ...text, default: '4010' },
			host: text,
			calls: text,
			window: text,
			latency: text,
			products: text,
			'time-scale': text,
			country: text,
			fixtures: text,
			seed: text,
			help: { type: 'boolean', short: 'h' },
		},
	});
	if (values.help) return undefined;

	const options: SimulatorOptions = values.host === undefined ? {} : { host: values.host };
	if (values.fixtures !== undefined) options.fixtures = values.fixtures;
	if (values.country !== undefined) options.country = readCountry(values.country);
	for (const name of Object.keys(numbers) as (keyof typeof numbers)[]) {
		const value = values[name];
		if (value === undefined) continue;
		if (value.trim() === '' || Number.isNaN(Number(value))) {
			throw new TypeError(`--${name} must be a number, not "${value}"`);
		}
		options[numbers[name]] = Number(value);
	}
	return options;
}

/** What to put into the n8n credential, and how to go on. */
function welcome({ url, options, products }: Simulator): string {
	const [app] = options.clients;
	const [customer] = app?.customers ?? [];
	const rows = [
		['Environment', 'Custom'],
		['Custom Base URL', url],
		['Client ID', app?.clientId ?? ''],
		['Client Secret', app?.clientSecret ?? ''],
		['Customer Number', customer?.customerNumber ?? ''],
		['Country Code', customer?.countryCode ?? ''],
		['Sender ID', 'any text of up to 32 characters'],
	];
	const others = options.clients.flatMap(({ clientId, approved, customers }) =>
		customers.map(
			({ customerNumber, countryCode }) =>
				`  ${clientId}${approved ? '' : ' (not approved)'}: ${customerNumber} ${countryCode}`,
		),
	);
	const rate =
		options.callsPerWindow > 0
			? `${options.callsPerWindow} calls in ${options.windowSeconds} s for each endpoint`
			: 'no rate limit';
	const facts = options.country
		? [
				`Like ${profileOf(options.country).name}:`,
				...profileOf(options.country).facts.map(
					({ fact, source, sure }) => `  ${fact} (${source}, ${sure})`,
				),
				'',
			]
		: [];
	return [
		`Ingram Micro XI simulator at ${url}: ${products.length} products, ${rate}.`,
		'',
		'In the n8n credential:',
		...rows.map(([name, value]) => `  ${name?.padEnd(16)} ${value}`),
		'',
		'Customer accounts:',
		...others,
		'',
		...facts,
		`Token: POST ${url}/oauth/oauth20/token`,
		`Calls: ${url}/resellers/v6/… and ${url}/sandbox/resellers/v6/…`,
		`State: GET ${url}/_control/status`,
		'',
		'Ctrl+C stops it.',
	].join('\n');
}

async function main(): Promise<void> {
	if (process.argv[2] === 'price-file') {
		process.stdout.write(await writePriceFiles(process.argv.slice(3)));
		return;
	}
	const options = readArguments(process.argv.slice(2));
	if (!options) {
		process.stdout.write(help);
		return;
	}
	const simulator = await startSimulator(options);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void simulator.close());
	}
	process.stdout.write(`${welcome(simulator)}\n`);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
