import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import * as deals from '../../../../nodes/IngramMicroDeals/operations.ts';
import * as freight from '../../../../nodes/IngramMicroFreightEstimate/operations.ts';
import * as invoices from '../../../../nodes/IngramMicroInvoices/operations.ts';
import * as orders from '../../../../nodes/IngramMicroOrders/operations.ts';
import * as catalog from '../../../../nodes/IngramMicroProductCatalog/operations.ts';
import * as quotes from '../../../../nodes/IngramMicroQuotes/operations.ts';
import * as renewals from '../../../../nodes/IngramMicroRenewals/operations.ts';
import * as returns from '../../../../nodes/IngramMicroReturns/operations.ts';
import * as webhookTest from '../../../../nodes/IngramMicroWebhookTest/operations.ts';
import { parametersOf } from '../../../../nodes/shared/properties.ts';
import type { Field, Reading } from '../../../../nodes/shared/fields/field.ts';

type Property = Omit<INodeProperties, 'name'>;

/** A place in the parameters of an operation where a person gives one value. */
export interface Place {
	/** Where it is, e.g. `orders create: lines > Additional Fields > Warranty > Ship Date`. */
	readonly name: string;
	readonly property: Property;
	/** What the parameter is read as with a value in this place, as JSON. */
	read(value: unknown, reading?: Reading): string;
}

interface Inner {
	readonly path: string[];
	readonly property: Property;
	put(value: unknown): unknown;
}

/** Something that stands in a field which must not be empty. */
function sampleOf({ type, options, default: initial }: Property): unknown {
	if (type === 'number') return 1;
	if (type === 'dateTime') return '2036-01-01';
	if (type === 'options') return initial || (options as Array<{ value: string }>)[0].value;
	return 'X1';
}

function inside({ type, options = [], typeOptions }: Property): Inner[] {
	if (type === 'collection') {
		return (options as INodeProperties[]).flatMap((property) =>
			placesIn(property).map(({ put, ...inner }) => ({
				...inner,
				put: (value: unknown) => ({ [property.name]: put(value) }),
			})),
		);
	}
	const [row] = options as INodePropertyCollection[];
	return row.values.flatMap((property) =>
		placesIn(property).map(({ put, ...inner }) => ({
			...inner,
			put(value: unknown) {
				// A range needs both of its ends; in rows, what must be there is there.
				const others = row.values
					.filter(
						({ required, type: kind }) =>
							required === true ||
							(typeOptions?.multipleValues ? kind === 'options' : row.values.length <= 2),
					)
					.map((other) => [other.name, typeOptions?.multipleValues ? sampleOf(other) : value]);
				const entry = { ...Object.fromEntries(others), [property.name]: put(value) };
				return { [row.name]: typeOptions?.multipleValues ? [entry] : entry };
			},
		})),
	);
}

function placesIn(property: Property): Inner[] {
	const isNested = property.type === 'collection' || property.type === 'fixedCollection';
	const nested = isNested
		? inside(property)
		: [{ path: [], property, put: (value: unknown) => value }];
	return nested.map((inner) => ({ ...inner, path: [property.displayName, ...inner.path] }));
}

const NODES = {
	catalog,
	deals,
	freight,
	invoices,
	orders,
	quotes,
	renewals,
	returns,
	webhookTest,
};

const namedParameters: Array<{ name: string; field: Field }> = Object.entries(NODES).flatMap(
	([node, { operations }]) =>
		operations.flatMap((operation) =>
			Object.entries(parametersOf(operation)).map(([name, field]) => ({
				name: `${node} ${operation.option.value}: ${name}`,
				field,
			})),
		),
);

/** Every place of every operation of every node. */
export const PLACES: readonly Place[] = namedParameters.flatMap(({ name, field }) =>
	placesIn(field.property).map(({ path, property, put }) => ({
		name: [name, ...path.slice(1)].join(' > '),
		property,
		read: (value, reading) => JSON.stringify(field.read(put(value), "'Thing'", reading)),
	})),
);
