import { Ajv } from 'ajv';
import type { XStatic } from 'typebox/schema';
import type { Client, Customer } from '../options.mts';

/** The events that a hook can ask for, by the names of the portal without their prefix. */
export const hookEvents = [
	'order_shipped',
	'order_invoiced',
	'order_hold',
	'order_voided',
	'order_backordered',
	'async_order_create',
	'stock_update',
	'quote_create',
] as const;
export type HookEvent = (typeof hookEvents)[number];

const settingsSchema = {
	type: 'object',
	additionalProperties: false,
	required: ['url', 'secret'],
	properties: {
		/** Where events go. XI takes public https addresses only; the simulator http as well. */
		url: { type: 'string', pattern: '^https?://[^/\\s]+\\S*$' },
		/** The hook's secret key. */
		secret: { type: 'string', minLength: 1 },
		/** Default: all. */
		events: { type: 'array', items: { enum: hookEvents } },
		/** The app that it belongs to. Default: the first one. */
		clientId: { type: 'string' },
	},
} as const;

/** A hook as a person sets it up in XI's portal. */
export type HookSettings = XStatic<typeof settingsSchema>;

/** A hook that is set up. */
export interface Hook {
	id: number;
	url: string;
	secret: string;
	events: readonly HookEvent[];
	clientId: string;
}

const validate = new Ajv({ allErrors: true }).compile<HookSettings>(settingsSchema);

/**
 * Reads a hook from a source that cannot be trusted, such as the control endpoint.
 *
 * @throws TypeError that says what is wrong
 */
export function parseHook(input: unknown): HookSettings {
	if (validate(input)) return input;
	const problems = (validate.errors ?? []).map(
		({ instancePath, message = '' }) => `${instancePath || 'webhook'} ${message}`,
	);
	throw new TypeError(problems.join('; '));
}

/** The hooks of all apps. */
export interface Hooks {
	readonly all: readonly Hook[];
	/** @throws TypeError when a setting is wrong or the app does not exist */
	add(settings: HookSettings): Hook;
	/** False: there was none with this id. */
	remove(id: number): boolean;
	/** Those that are told of an event: all of one customer's apps that asked for it. */
	of(event: HookEvent, customer: Customer): readonly Hook[];
	/** @throws RangeError when there is none */
	get(id: number): Hook;
}

/** Makes the list of hooks, empty. */
export function createHooks(clients: readonly Client[]): Hooks {
	const all: Hook[] = [];
	let last = 0;
	const hasCustomer = (clientId: string, { customerNumber }: Customer): boolean =>
		clients.some(
			(client) =>
				client.clientId === clientId &&
				client.customers.some((one) => one.customerNumber === customerNumber),
		);

	return {
		all,
		add: (settings) => {
			const {
				url,
				secret,
				events = hookEvents,
				clientId = clients[0]?.clientId,
			} = parseHook(settings);
			const client = clients.find((one) => one.clientId === clientId);
			if (!client) throw new TypeError(`webhook /clientId There is no app ${clientId ?? ''}`);
			if (!URL.canParse(url)) throw new TypeError(`webhook /url ${url} is no address`);
			last += 1;
			const hook = { id: last, url, secret, events: [...events], clientId: client.clientId };
			all.push(hook);
			return hook;
		},
		remove: (id) => {
			const place = all.findIndex((hook) => hook.id === id);
			if (place < 0) return false;
			all.splice(place, 1);
			return true;
		},
		of: (event, customer) =>
			all.filter((hook) => hook.events.includes(event) && hasCustomer(hook.clientId, customer)),
		get: (id) => {
			const hook = all.find((one) => one.id === id);
			if (!hook) throw new RangeError(`There is no webhook ${id}`);
			return hook;
		},
	};
}
