import type { IDataObject } from 'n8n-workflow';

import { numberIn } from '../shared/amounts';
import { BadInput } from '../shared/errors';
import {
	collection,
	type Field,
	isBlank,
	mustHold,
	quotedValue,
	someChoices,
	text,
	type Values,
} from '../shared/fields/field';
import { meantBy } from '../shared/fields/nearNames';
import { at, priceIn } from '../shared/output';
import { hasMoved, STOCK_CHOICES, stockMove, thresholdFields } from '../shared/xi/moves';
import { isFound, priceOf, toldStockOf } from '../shared/xi/prices';

// A product is held against what the input item itself says that it was before, so nothing is remembered
// between two executions and nothing can be lost.

const LABEL = "'Only What Changed'";
const MOST_NAMED = 20;
const { backInStock, outOfStock, stockChanged } = STOCK_CHOICES;
const STOCK_CHANGES = [backInStock, outOfStock, stockChanged];

const anyStockChange = someChoices('Stock Changes', STOCK_CHANGES, {
	default: STOCK_CHANGES.map(({ value }) => value),
	description: 'Which moves of the stock count. The price counts if a Price Field is named.',
	ifNone: 'Pick the moves that count, or remove it',
});

/** Undefined where it was not added, which is not the same as to want none. */
const stockChanges: Field<string[] | undefined> = {
	property: anyStockChange.property,
	read: (value, label, reading) =>
		value === undefined ? undefined : anyStockChange.read(value, label, reading),
};

const nameOfField = (displayName: string, example: string, what: string) =>
	mustHold(
		text(displayName, {
			prose: true,
			placeholder: `e.g. ${example}`,
			description: `The name of the field of the input item that holds the ${what}. Its name and not its value, so no expression.`,
		}),
	);

const fields = {
	...thresholdFields,
	priceField: nameOfField(
		'Price Field',
		'lastPrice',
		'price you have, in the currency of Ingram Micro’s price',
	),
	stockChanges,
	stockField: nameOfField('Stock Field', 'lastStock', 'stock you have'),
};

/** What a product is held against, and how far it has to move. Empty: all are returned. */
export const onlyWhatChanged = collection('Only What Changed', fields, {
	addLabel: 'Add field or threshold',
	description:
		'Leaves out products that did not move against the price and stock that the input item itself has. Name the field of one of them or both. What is not found is never left out.',
});

type Wanted = Values<typeof fields>;

/** What is asked besides, as far as a comparison needs it. */
interface Asked {
	readonly onlyWhatChanged: Wanted;
	readonly includePricing: boolean;
	readonly includeAvailability: boolean;
	readonly ifSeveralProducts: string;
}

const isOff = ({ onlyWhatChanged: wanted }: Asked): boolean =>
	Object.values(wanted).every((value) => value === undefined);

/** What a named field is compared with, and without what there is nothing to compare it with. */
const KINDS = {
	price: { field: 'priceField', shown: "'Price Field'", needs: 'includePricing' },
	stock: { field: 'stockField', shown: "'Stock Field'", needs: 'includeAvailability' },
} as const;

const SWITCHES = {
	includePricing: "'Include Pricing'",
	includeAvailability: "'Include Availability'",
} as const;

/** Throws BadInput where the parameters cannot be met, whatever the item holds. */
function refuseWhatCannotBe(asked: Asked, count: number): void {
	const { percent, amount, pieces, ...wanted } = asked.onlyWhatChanged;
	const ofPrice = percent !== undefined || amount !== undefined;
	const ofStock = pieces !== undefined || wanted.stockChanges !== undefined;
	const lacking =
		ofPrice && wanted.priceField === undefined
			? KINDS.price
			: ofStock && wanted.stockField === undefined
				? KINDS.stock
				: undefined;
	if (lacking) {
		throw new BadInput(
			`${LABEL} says how far to move, and not from where: ${lacking.shown} is not filled in`,
			'Add the name of the field of the input item that holds what was before',
		);
	}
	for (const { field, shown, needs } of Object.values(KINDS)) {
		if (wanted[field] === undefined || asked[needs]) continue;
		throw new BadInput(
			`${shown} in ${LABEL} needs ${SWITCHES[needs]}, which is off`,
			`Switch on ${SWITCHES[needs]}, or remove ${shown}`,
		);
	}
	if (count > 1) {
		throw new BadInput(
			`${LABEL} compares one product with what its item has, and this item asks for ${count}`,
			'Give it one item a product, as Split Out makes them, or remove it',
		);
	}
	if (asked.ifSeveralProducts === 'returnRows') {
		throw new BadInput(
			`${LABEL} compares one product an item, and 'If Several Products Match' may return more`,
			"Choose something else under 'If Several Products Match'",
		);
	}
}

/** What an item holds under a name, which may be a path ("shop.price"). Undefined: it has no such field. */
function heldBy(input: IDataObject, name: string): unknown {
	// Headers of sheets have blanks around them that nobody sees.
	const key = Object.keys(input).find((one) => one === name || one.trim() === name);
	return key === undefined ? at(input, name) : input[key];
}

function noSuchField(input: IDataObject, name: string, shown: string): BadInput {
	const names = Object.keys(input);
	const listed = names.slice(0, MOST_NAMED).join(', ');
	const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
	const isValue = numberIn(name) !== undefined;
	const meant = meantBy(name, names)?.names[0];
	const message = isValue
		? `${shown} in ${LABEL} is ${quotedValue(name)}, which is no field of the input item but looks like its value`
		: `${shown} in ${LABEL} is ${quotedValue(name)}, and the input item has no such field`;
	const remedy = isValue
		? 'Write the name of the field, such as lastPrice, as plain text and no expression'
		: meant !== undefined
			? `Did you mean ${meant}? If a product has none yet, let the field be there and empty`
			: 'Name a field that every item has. If a product has none yet, let the field be there and empty';
	return new BadInput(
		message,
		names.length > 0 ? `${remedy}. The item has: ${listed}${more}` : remedy,
	);
}

/** What was before. Undefined: nothing, or it is not looked at. */
function numberBefore(
	input: IDataObject,
	name: string | undefined,
	shown: string,
): number | undefined {
	if (name === undefined) return undefined;
	const value = heldBy(input, name);
	if (value === undefined) throw noSuchField(input, name, shown);
	if (isBlank(value)) return undefined;
	const number = numberIn(value);
	if (number !== undefined) return number;
	throw new BadInput(
		`The field ${quotedValue(name)} of the input item is ${quotedValue(value)}, which is no number for certain; ${LABEL} compares with it`,
		'Give a number, or a text such as 1299.95; of a product that has none yet, null or an empty text',
	);
}

/** Whether the price is another one. Of two that are none, nothing has changed. */
function priceMoved(row: IDataObject, before: number | undefined, wanted: Wanted): boolean {
	const had = priceIn(before);
	const has = priceIn(priceOf(row));
	if (had === undefined || has === undefined) return had !== has;
	// What is no number for certain is for a person to look at.
	return typeof had !== 'number' || typeof has !== 'number' || hasMoved(had, has, wanted);
}

/** Whether the stock moved in a way that counts. As in the output, it is 0 of what is not kept in stock. */
function stockMoved(row: IDataObject, before: number | undefined, wanted: Wanted): boolean {
	const told = toldStockOf(row);
	const now = numberIn(told);
	if (now === undefined && !isBlank(told)) return true;
	if (before === undefined || now === undefined) return (before ?? 0) !== 0 || now !== undefined;
	const counts = new Set<string>(wanted.stockChanges ?? STOCK_CHANGES.map(({ value }) => value));
	const { change } = stockMove(before, now, wanted, counts);
	return change !== undefined && counts.has(change);
}

/**
 * Which rows of an item moved against what the item has.
 *
 * @param count how many products the item asks for
 * @returns undefined where all rows are wanted
 * @throws BadInput where it cannot be told
 */
export function moversOf(
	asked: Asked,
	input: IDataObject,
	count: number,
): ((row: IDataObject) => boolean) | undefined {
	if (isOff(asked)) return undefined;
	refuseWhatCannotBe(asked, count);
	const wanted = asked.onlyWhatChanged;
	const { priceField, stockField } = wanted;
	const price = numberBefore(input, priceField, KINDS.price.shown);
	const stock = numberBefore(input, stockField, KINDS.stock.shown);
	return (row) =>
		!isFound(row) ||
		(priceField !== undefined && priceMoved(row, price, wanted)) ||
		(stockField !== undefined && stockMoved(row, stock, wanted));
}
