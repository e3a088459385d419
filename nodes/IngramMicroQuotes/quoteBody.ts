import { BadInput } from '../shared/errors';
import { addressFields, ANY } from '../shared/fields/address';
import { addressForm } from '../shared/fields/addressForm';
import { type Day, day, slashed } from '../shared/fields/dates';
import {
	choice,
	collection,
	type Field,
	requiredText,
	requiredWholeNumber,
	text,
	textList,
	when,
} from '../shared/fields/field';
import { foldedRows } from '../shared/fields/collection';
import { otherLineNumbers } from '../shared/xi/productNumbers';
import { product } from '../shared/xi/products';
import { oneLine } from '../shared/fields/oneLine';
import { trimmed, wireList } from '../shared/fields/jsonBody';

const MOST_PIECES = 9_999_999;
const MOST_COPIES = 10;
const EMAIL = { pattern: /^[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+$/, words: 'an e-mail address' };
const DAY_MS = 86_400_000;

/** A product of a quote as it goes out. */
export interface QuoteProduct {
	customerLineNumber?: string;
	ingramPartNumber?: string;
	vendorPartNumber?: string;
	/** Looked up before it is sent: XI takes none here. */
	upc?: string;
	/** XI wants a text here. */
	quantity: string;
}

/** A request for a quote as it goes out; it may hold more than is named here. */
export interface QuoteBody {
	quoteName: string;
	dealId?: string;
	products?: QuoteProduct[];
}

const wholeQuantity = requiredWholeNumber('Quantity', {
	min: 1,
	max: MOST_PIECES,
	default: 1,
	description: 'How many you want a quote for',
});

const quantity: Field<string> = {
	...wholeQuantity,
	read: (value, label) => String(wholeQuantity.read(value, label)),
};

const products = foldedRows(
	'Products',
	{
		name: 'product',
		displayName: 'Product',
		first: { ingramPartNumber: product, quantity },
		more: {
			customerLineNumber: text('Your Line Number', {
				placeholder: 'e.g. 1',
				description: 'Your number for this line',
			}),
			lineLevelNotes: oneLine(
				text('Notes', {
					prose: true,
					placeholder: 'e.g. For room 12',
					description: 'A note for this line',
				}),
			),
			pricingType: text('Pricing Type', {
				prose: true,
				description: 'The pricing type of this line, as Ingram Micro told you to send it',
			}),
			specialBid: text('Special Bid', {
				placeholder: 'e.g. 43426380',
				description: 'The special price of a manufacturer for this line',
			}),
		},
		unshown: otherLineNumbers,
		addLabel: 'Add field',
	},
	{ addLabel: 'Add product', description: 'What you want a quote for' },
);

const emails = textList('Email Copies', {
	format: EMAIL,
	addLabel: 'Add email address',
	placeholder: 'e.g. name@example.com',
	description: 'Who gets the quote by e-mail once it is there. At most 10 addresses.',
});

/**
 * Up to ten e-mail addresses. XI takes them in one text, and no document says what stands between
 * them; a comma is our assumption, being what e-mail itself has there.
 */
export const copies: Field<string | undefined> = {
	property: emails.property,
	read(value, label, reading) {
		const entries = [value]
			.flat(Infinity)
			.flatMap((entry) => (typeof entry === 'string' ? entry.split(/[,;]/) : [entry]));
		const addresses = emails.read(entries, label, reading);
		if (addresses !== undefined && addresses.length > MOST_COPIES) {
			throw new BadInput(
				`${label} has ${addresses.length} addresses; at most ${MOST_COPIES} are allowed`,
				'Remove some, or send them the quote yourself',
			);
		}
		return addresses?.join(',');
	},
};

const expiry = day('Expiry Date', {
	description: 'The day on which the quote is to expire',
});

/** A day from today on; one more is allowed for time zones. */
const quoteExpiryDate: Field<Day | undefined> = {
	property: expiry.property,
	read(value, label, reading) {
		const read = expiry.read(value, label, reading);
		const yesterday = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10);
		if (read !== undefined && read < yesterday) {
			throw new BadInput(`${label} is ${read}, which is in the past`, 'Give a later day');
		}
		return read === undefined ? undefined : slashed(read);
	},
};

/*
 * The names are those of XI's schema. Its samples write firstName, lastName and customercontact.
 */
const header = {
	customerNeed: oneLine(
		text('Customer Need', {
			prose: true,
			placeholder: 'e.g. 20 notebooks for a new office',
			description: 'What the customer needs, in words for the people at Ingram Micro',
		}),
	),
	CustomerContact: text('Requester Email', {
		maxLength: 64,
		format: EMAIL,
		placeholder: 'e.g. name@example.com',
		description: 'The e-mail address of the person who asks for the quote',
	}),
	firstname: text('Requester First Name', {
		prose: true,
		placeholder: 'e.g. Nathan',
		description: 'The first name of the person who asks for the quote',
	}),
	lastname: text('Requester Last Name', {
		prose: true,
		placeholder: 'e.g. Smith',
		description: 'The last name of the person who asks for the quote',
	}),
	pricingType: text('Pricing Type', {
		prose: true,
		description: 'The pricing type of the quote, as Ingram Micro told you to send it',
	}),
	quoteExpiryDate,
	sendQuoteCopy: copies,
};

/** Block J of XI's address blocks: no limits are named. */
const endUserInfo = addressForm(
	'End User',
	addressFields({
		companyName: ANY,
		contact: ANY,
		addressLine1: ANY,
		addressLine2: ANY,
		city: ANY,
		state: ANY,
		postalCode: ANY,
		countryCode: ANY,
		phoneNumber: ANY,
		email: ANY,
	}),
	{
		description: 'The customer who will use the products. It may decide on price and discount.',
	},
);

/** The parameters that make up a request for a quote. */
export const quoteParameters = {
	quoteName: oneLine(
		requiredText('Quote Name', {
			prose: true,
			placeholder: 'e.g. Office move 2026-11',
			description:
				'Your name for the quote. It is looked for by this name when no clear answer comes, so give each quote one of its own.',
		}),
	),
	productsFrom: choice<'fields' | 'list'>(
		'Products From',
		[
			{
				name: 'A List as JSON',
				value: 'list',
				description: 'Each input item holds a list of its products',
			},
			{ name: 'Fields Below', value: 'fields', description: 'The products by the fields below' },
		],
		{ default: 'fields', description: 'Where the products of the quote come from' },
	),
	products: when({ productsFrom: ['fields'] }, products),
	productsList: when(
		{ productsFrom: ['list'] },
		wireList('Products as JSON', products, {
			skeleton: [{ ingramPartNumber: '', quantity: null }],
			description:
				'A list of objects by the names of Ingram Micro’s API, such as ingramPartNumber, quantity and customerLineNumber. In place of ingramPartNumber, vendorPartNumber or upc will do. Other names are left out.',
		}),
	),
	dealId: text('Deal ID', {
		placeholder: 'e.g. 7499800',
		description:
			'The special bid or deal that the quote is for. With a deal of Cisco and no products, Ingram Micro quotes what is configured to order (CTO).',
	}),
	endUserInfo,
	additionalFields: collection('Additional Fields', header, { addLabel: 'Add field' }),
};

interface QuoteParams {
	readonly quoteName: string;
	readonly products?: QuoteProduct[];
	readonly productsList?: QuoteProduct[];
	readonly dealId?: string;
	readonly endUserInfo: object;
	readonly additionalFields: object;
}

/** The body as it goes out, checked as a whole. Throws BadInput. */
export function quoteBodyOf(params: QuoteParams): QuoteBody {
	const { quoteName, dealId, endUserInfo: endUser, additionalFields } = params;
	const lines = params.productsList ?? params.products ?? [];
	if (lines.length === 0 && dealId === undefined) {
		throw new BadInput(
			'The quote has no products',
			'Add at least one product, or give the deal of a quote that is configured to order (Cisco only)',
		);
	}
	lines.forEach(({ ingramPartNumber, vendorPartNumber }, position) => {
		if (ingramPartNumber === undefined && vendorPartNumber === undefined) {
			throw new BadInput(
				`Product ${position + 1} has no part number`,
				"Pick a 'Product', or give its number by SKU, VPN or UPC",
			);
		}
	});
	return trimmed({ quoteName, dealId, ...additionalFields, endUserInfo: endUser, products: lines });
}
