import type { IDataObject } from 'n8n-workflow';

/** Numbers and names of the account that earlier calls have found, for the calls that need one. */
export interface Known {
	products: string[];
	/** Those whose prices are asked for, in one call. */
	priced: string[];
	vendorPartNumbers: string[];
	/** Part number of something that is there to be bought. */
	inStock?: string;
	orders: string[];
	/** Id of an address that Ingram Micro has on file. */
	addressId?: string;
	quotes: string[];
	invoices: string[];
	renewals: string[];
	deals: { dealId: string; vendor: string }[];
	returns: string[];
	/** The order on hold that `--orders` made. */
	held?: string;
}

export const nothingKnown = (): Known => ({
	products: [],
	priced: [],
	vendorPartNumbers: [],
	orders: [],
	quotes: [],
	invoices: [],
	renewals: [],
	deals: [],
	returns: [],
});

/** How many things of a kind are read. */
export const fewOf = 3;

/** A field as text; undefined where it is missing or empty. */
export function textIn(item: IDataObject, name: string): string | undefined {
	const value = item[name];
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A field of the first items that have it, each value once. */
export function fewIn(items: readonly IDataObject[], name: string, most = fewOf): string[] {
	const values = items.map((item) => textIn(item, name)).filter((value) => value !== undefined);
	return [...new Set(values)].slice(0, most);
}
