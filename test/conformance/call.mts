/** Everything of a call that has a name on the wire, but for its path. */
export interface CallNames {
	query: readonly string[];
	headers: readonly string[];
	/** Fields that have no fields of their own, with the way to them: `products[].upc`. */
	body: readonly string[];
}

export interface Call {
	number: number;
	/** Method and route template, as in `GET /resellers/v6/catalog`. */
	call: string;
	/** Left out until an operation of ours makes the call. */
	names?: CallNames;
}

/** What goes out with every call. */
export const USUAL_HEADERS = [
	'IM-CustomerNumber',
	'IM-CountryCode',
	'IM-CorrelationID',
	'IM-SenderID',
	'IM-ApplicationID',
];

/** The headers of calls that are made for a person, whom XI writes to. */
export const HEADERS_WITH_CONTACT = [...USUAL_HEADERS, 'IM-CustomerContact'];

/** The way to each of several fields of one group. */
export const within = (path: string, names: readonly string[]): string[] =>
	names.map((name) => `${path}.${name}`);

/** A field that stands beside its value, as XI's lists of attributes have it. */
export const ATTRIBUTE = ['attributeName', 'attributeValue'];
