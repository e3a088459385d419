import type { INodeProperties } from 'n8n-workflow';

import { normalStatus } from '../shared/dictionary';
import {
	choice,
	collection,
	type Field,
	type Fields,
	labelOf,
	optionalFlag,
} from '../shared/fields/field';
import type { Thresholds } from '../shared/xi/moves';
import { newInvoice } from './watchInvoices';
import { etaChanged, fitsPattern, orderChanged } from './watchOrders';
import { type ByNumber, priceOrStockChanged, watchedProducts } from './watchPrices';
import { quoteChanged } from './watchQuotes';
import { returnChanged } from './watchReturns';
import { dealEnding, renewalDue } from './watchTerms';
import type { AnyWatched, Change, WatchSettings } from './watchedKind';

/** By the value that is stored in workflows, which never changes; in the order of their shown names. */
export const WATCHED = {
	etaChanged,
	dealEnding,
	newInvoice,
	orderChanged,
	priceOrStockChanged,
	quoteChanged,
	renewalDue,
	returnChanged,
} satisfies Record<string, AnyWatched>;

/** What can be watched. */
export type WatchFor = keyof typeof WATCHED;

const NAMES = Object.keys(WATCHED) as WatchFor[];

/** A kind by its name, whatever its rows are. */
export const kindOf = (watchFor: WatchFor): AnyWatched => WATCHED[watchFor];

const watchFor = choice<WatchFor>(
	'Watch For',
	NAMES.map((value) => ({
		name: kindOf(value).name,
		value,
		description: kindOf(value).description,
	})),
	{ default: 'newInvoice', description: 'What starts the workflow. One kind a node.' },
);

const output = choice<'simplified' | 'raw'>(
	'Output',
	[
		{
			name: 'Simplified',
			value: 'simplified',
			description: 'The change, with the few fields of the record that most workflows need',
		},
		{
			name: 'Raw',
			value: 'raw',
			description: 'The change, with everything that Ingram Micro answered',
		},
	],
	{ default: 'simplified', description: 'How much of the record each item has' },
);

const options = collection(
	'Options',
	{
		startWithExisting: optionalFlag('Start With What Is There', {
			description:
				'Whether the first poll starts the workflow with all that is there. Otherwise it only remembers it. Of no effect on a node that has been at work.',
		}),
	},
	{ addLabel: 'Add option' },
);

/** The parameters of all kinds; one that several declare alike is one property, shown for all of them. */
function ownProperties(): INodeProperties[] {
	const declared: Array<{ name: string; field: Field; shownFor: WatchFor[] }> = [];
	for (const kind of NAMES) {
		for (const [name, field] of Object.entries(kindOf(kind).parameters)) {
			const known = declared.find((one) => one.name === name && one.field === field);
			if (known) known.shownFor.push(kind);
			else declared.push({ name, field, shownFor: [kind] });
		}
	}
	// Filters come last, as in other nodes.
	return declared
		.sort((one, other) => Number(one.name === 'filters') - Number(other.name === 'filters'))
		.map(({ name, field, shownFor }) => ({
			...field.property,
			name,
			displayOptions: { show: { watchFor: shownFor } },
		}));
}

/** The parameters of the trigger, as n8n shows them. */
export const watchProperties: INodeProperties[] = [
	{ ...watchFor.property, name: 'watchFor', noDataExpression: true },
	...ownProperties(),
	{ ...output.property, name: 'output' },
	{ ...options.property, name: 'options' },
];

/** The line under the node's name: what it watches. */
export const watchSubtitle = `={{ (${JSON.stringify(
	Object.fromEntries(NAMES.map((name) => [name, kindOf(name).name])),
)})[$parameter["watchFor"]] }}`;

/** What a person set in the node. */
export interface NodeSettings extends WatchSettings {
	readonly watchFor: WatchFor;
	readonly output: 'simplified' | 'raw';
	readonly startWithExisting: boolean;
}

/** What the parameters of any kind may be. */
interface OwnValues {
	changes?: Change[];
	daysAhead?: number[];
	followDays?: number;
	products?: unknown;
	productsBy?: ByNumber;
	everyMinutes?: number;
	byDays?: number;
	belowQuantity?: number;
	thresholds?: Thresholds;
	filters?: {
		statuses?: string[];
		types?: string[];
		vendor?: string;
		endUser?: string;
		customerOrderNumber?: string;
	};
}

/**
 * The settings of the node.
 *
 * @param stored the value of a parameter, by its name and its default
 * @throws BadInput for a value that cannot be used
 */
export function readSettings(stored: (name: string, initial: unknown) => unknown): NodeSettings {
	const read = <T>(name: string, field: Field<T>): T =>
		field.read(stored(name, field.property.default ?? null), labelOf(field.property.displayName));
	const kind = read('watchFor', watchFor);
	const { parameters }: { parameters: Fields } = kindOf(kind);
	const own: OwnValues = {};
	for (const [name, field] of Object.entries(parameters)) {
		// How many days ahead an end is told is of no matter where no end is, and so with what is left.
		if (name === 'daysAhead' && own.changes?.includes('ending') === false) continue;
		if (name === 'belowQuantity' && own.changes?.includes('runningOut') === false) continue;
		Object.assign(own, { [name]: read(name, field) });
	}
	const { statuses = [], types = [], vendor, endUser, customerOrderNumber } = own.filters ?? {};
	return {
		watchFor: kind,
		changes: new Set(own.changes ?? ['ending']),
		statuses: statuses.flatMap((status) => normalStatus(status) ?? []),
		types: types.flatMap((type) => normalStatus(type) ?? []),
		vendor: vendor?.toLowerCase(),
		endUser: endUser?.toLowerCase(),
		...(customerOrderNumber !== undefined && { isPoWanted: fitsPattern(customerOrderNumber) }),
		byDays: own.byDays ?? 1,
		belowQuantity: own.belowQuantity ?? 0,
		daysAhead: own.daysAhead ?? [],
		followDays: own.followDays ?? 0,
		products: own.productsBy === undefined ? [] : watchedProducts(own.products, own.productsBy),
		everyMinutes: own.everyMinutes ?? 0,
		thresholds: own.thresholds ?? {},
		output: read('output', output),
		startWithExisting: read('options', options).startWithExisting ?? false,
	};
}
