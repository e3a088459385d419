import { profileOf, type CountryName } from './countryProfiles.mts';
import { defaultQuirks, parseQuirks, type Quirks, type QuirkSettings } from './quirks.mts';
import type { HookSettings } from './webhooks/hooks.mts';

/** A customer account, as it is registered with an app. */
export interface Customer {
	/** `IM-CustomerNumber`, for example `20-222222`. */
	customerNumber: string;
	/** `IM-CountryCode` that belongs to it, two letters. */
	countryCode: string;
}

/** An app on XI's developer portal: its keys, and the accounts that it may speak for. */
export interface Client {
	clientId: string;
	clientSecret: string;
	customers: Customer[];
	/** False: the app gets tokens, but each call is refused with 401. Default true. */
	approved?: boolean;
}

/** What the simulator can be started with; everything has a default. */
export interface SimulatorOptions {
	/** TCP port; 0, the default, takes any free one. */
	port?: number;
	/** Address to listen on; default `127.0.0.1`, so nobody else can reach it. */
	host?: string;
	/** Calls that each app may make to each endpoint in a window; 0 or Infinity: no limit. Default 60. */
	callsPerWindow?: number;
	/** Length of a rate window in real seconds. XI's is 60, the default; tests may shorten it. */
	windowSeconds?: number;
	/** Milliseconds that every call takes at least. Default 0. */
	latencyMs?: number;
	/** Real life of a token in seconds. Default 86400; `expires_in` says 2592000, as XI's does. */
	tokenLifetimeSeconds?: number;
	/** True: a new token ends the app's earlier ones. Default false. */
	singleToken?: boolean;
	/** Products in the catalog, the documented ones (about 40, always there) included. Default 5000. */
	products?: number;
	/** Seed of all made-up data and of all chance. Default 1. */
	seed?: number;
	/** The country that it is like, see countryProfiles.mts; its account is the only one. Default: no one. */
	country?: CountryName;
	/** Folder with answers that `npm run check:xi` has recorded; they win over the simulator's own. */
	fixtures?: string;
	/** The apps. Default: `defaultClients()`. */
	clients?: Client[];
	/** Deviations from the documents; all off by default. */
	quirks?: QuirkSettings;
	/**
	 * How much faster than real time orders live. With 3600, an hour of theirs takes a second.
	 * Tokens and rate windows stay in real time. Default 1.
	 */
	timeScale?: number;
	/** From an order's acceptance, or its goods' arrival, until it leaves. Default 4 hours. */
	processingSeconds?: number;
	/** From back-order until the missing goods arrive. Default 3 days. */
	backorderSeconds?: number;
	/** From leaving until the invoice. Default 1 hour. */
	invoicingSeconds?: number;
	/** From leaving until delivery. Default 2 days. */
	shippingSeconds?: number;
	/** How long an order may stay on customer hold before it is voided. Default 24 hours. */
	holdSeconds?: number;
	/** From a return's request until it is decided. Default 5 days. */
	returnDecisionSeconds?: number;
	/** From the answer of the asynchronous order call until the order is there. Default 2. */
	asyncOrderDelaySeconds?: number;
	/** From the answer of the create quote call until the quote is there. Default 2. */
	quoteDelaySeconds?: number;
	/** Requests kept in the log before the oldest ones go. Default 10000. */
	requestLogLimit?: number;
	/** Whom to tell what happens to orders, stock and quotes. Default: nobody. */
	webhooks?: HookSettings[];
	/** How often a delivery that gets no 2xx is tried in all. Default 5. */
	webhookAttempts?: number;
	/** From its first attempt until the second, in the time of orders; then twice as long. Default 60. */
	webhookRetrySeconds?: number;
	/** Real seconds until an attempt without an answer has failed. Default 10. */
	webhookTimeoutSeconds?: number;
	/** Deliveries kept in the log before the oldest ones go. Default 20000. */
	webhookLogLimit?: number;
}

const durations = [
	'processingSeconds',
	'backorderSeconds',
	'invoicingSeconds',
	'shippingSeconds',
	'holdSeconds',
	'asyncOrderDelaySeconds',
	'returnDecisionSeconds',
	'quoteDelaySeconds',
] as const;

/** The options with every default filled in. */
export interface ResolvedOptions
	extends Required<Omit<SimulatorOptions, 'quirks' | 'clients' | 'country' | 'fixtures'>> {
	/** Left out: like the USA, with a German account too. */
	country?: CountryName;
	/** Folder with recorded answers. */
	fixtures?: string;
	clients: Required<Client>[];
	quirks: Quirks;
}

/**
 * The apps that exist unless others are given: one that works, with an American and a German
 * account or that of the country, and one that the portal has not approved yet.
 */
export function defaultClients(country?: CountryName): Client[] {
	const american = { customerNumber: '20-222222', countryCode: 'US' };
	const german = { customerNumber: '30-333333', countryCode: 'DE' };
	const customers = country ? [profileOf(country).customer] : [american, german];
	return [
		{
			clientId: 'simulator-client',
			clientSecret: 'simulator-secret',
			customers,
		},
		{
			clientId: 'unapproved-client',
			clientSecret: 'unapproved-secret',
			customers: customers.slice(0, 1),
			approved: false,
		},
	];
}

/** The quirks that a simulator begins with, and goes back to: those of its country. */
export function quirksOf(country: CountryName | undefined): Quirks {
	return { ...defaultQuirks(), ...(country && profileOf(country).quirks) };
}

/**
 * Fills in the defaults and checks the ranges.
 *
 * @throws RangeError when a number is out of range, TypeError when a quirk is unknown or wrong
 */
export function resolveOptions(options: SimulatorOptions = {}): ResolvedOptions {
	const resolved: ResolvedOptions = {
		port: options.port ?? 0,
		host: options.host ?? '127.0.0.1',
		callsPerWindow: options.callsPerWindow ?? 60,
		windowSeconds: options.windowSeconds ?? 60,
		latencyMs: options.latencyMs ?? 0,
		tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 86_400,
		singleToken: options.singleToken ?? false,
		products: options.products ?? 5000,
		seed: options.seed ?? 1,
		clients: (options.clients ?? defaultClients(options.country)).map((client) => ({
			...client,
			approved: client.approved ?? true,
		})),
		...(options.country && { country: options.country }),
		...(options.fixtures && { fixtures: options.fixtures }),
		quirks: { ...quirksOf(options.country), ...parseQuirks(options.quirks ?? {}) },
		timeScale: options.timeScale ?? 1,
		processingSeconds: options.processingSeconds ?? 4 * 3600,
		backorderSeconds: options.backorderSeconds ?? 3 * 86_400,
		invoicingSeconds: options.invoicingSeconds ?? 3600,
		shippingSeconds: options.shippingSeconds ?? 2 * 86_400,
		holdSeconds: options.holdSeconds ?? 86_400,
		asyncOrderDelaySeconds: options.asyncOrderDelaySeconds ?? 2,
		returnDecisionSeconds: options.returnDecisionSeconds ?? 5 * 24 * 3600,
		quoteDelaySeconds: options.quoteDelaySeconds ?? 2,
		requestLogLimit: options.requestLogLimit ?? 10_000,
		webhooks: options.webhooks ?? [],
		webhookAttempts: options.webhookAttempts ?? 5,
		webhookRetrySeconds: options.webhookRetrySeconds ?? 60,
		webhookTimeoutSeconds: options.webhookTimeoutSeconds ?? 10,
		webhookLogLimit: options.webhookLogLimit ?? 20_000,
	};

	requireRange('port', resolved.port, 0, 65_535);
	requireRange('callsPerWindow', resolved.callsPerWindow, 0, Infinity);
	requireRange('windowSeconds', resolved.windowSeconds, 0.001, 86_400);
	requireRange('latencyMs', resolved.latencyMs, 0, 600_000);
	requireRange('tokenLifetimeSeconds', resolved.tokenLifetimeSeconds, 0, Infinity);
	requireRange('products', resolved.products, 0, 1_000_000);
	requireRange('seed', resolved.seed, -(2 ** 53), 2 ** 53);
	requireRange('timeScale', resolved.timeScale, 0.001, 1_000_000);
	for (const name of durations) requireRange(name, resolved[name], 0, 10 * 365 * 86_400);
	requireRange('requestLogLimit', resolved.requestLogLimit, 1, Infinity);
	requireRange('webhookAttempts', resolved.webhookAttempts, 1, 100);
	requireRange('webhookRetrySeconds', resolved.webhookRetrySeconds, 0, 86_400);
	requireRange('webhookTimeoutSeconds', resolved.webhookTimeoutSeconds, 0.001, 600);
	requireRange('webhookLogLimit', resolved.webhookLogLimit, 1, Infinity);
	return resolved;
}

function requireRange(name: string, value: number, min: number, max: number): void {
	if (!(value >= min && value <= max)) {
		throw new RangeError(`${name} must be from ${min} to ${max}, not ${value}`);
	}
}
