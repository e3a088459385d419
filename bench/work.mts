/* What several parts of the benchmark have this package do. */

/** The price of the product that an item names. */
export const PRICE_OF_ITEM = {
	operation: 'getPriceAndAvailability',
	product: { __rl: true, mode: 'ingramPartNumber', value: '={{ $json.ingramPartNumber }}' },
};

export const ROWS_AN_ORDER = 3;

/**
 * Previews of orders out of a shop's export: a row is a line, with the order that it belongs to. Twelve
 * fields of a row are used.
 */
export const ORDER_OF_ROWS = {
	operation: 'create',
	previewOnly: true,
	customerOrderNumber: '={{ $json.po }}',
	linesFrom: 'items',
	lines: {
		line: [
			{
				ingramPartNumber: '={{ $json.sku }}',
				quantity: '={{ $json.quantity }}',
				additionalFields: { endUserPrice: '={{ $json.price }}', notes: '={{ $json.note }}' },
			},
		],
	},
	shipToInfo: {
		companyName: '={{ $json.company }}',
		contact: '={{ $json.contact }}',
		addressLine1: '={{ $json.street }}',
		city: '={{ $json.city }}',
		state: '={{ $json.state }}',
		postalCode: '={{ $json["postal code"] }}',
	},
	additionalFields: { endCustomerOrderNumber: '={{ $json.reference }}' },
};

/** So many rows of such an export. */
export const rowsOf = (skus: readonly string[], rows: number) =>
	Array.from({ length: rows }, (_, row) => {
		const order = Math.floor(row / ROWS_AN_ORDER);
		return {
			po: `PO-${order}`,
			sku: skus[row % skus.length],
			quantity: (row % 5) + 1,
			price: 10.5,
			note: `Row ${row}`,
			company: `Shop ${order}`,
			contact: `Buyer ${order}`,
			street: `${order} Main Street`,
			city: 'Irvine',
			state: 'CA',
			'postal code': '92612',
			reference: `EU-${order}`,
		};
	});
