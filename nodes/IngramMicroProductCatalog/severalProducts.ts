/** What can be done where a number belongs to several products, for a parameter that lets choose. */
export const FAIL = {
	name: 'Fail the Item',
	value: 'failItem',
	description: 'The item fails, and the error tells what is known of each product',
} as const;

export const EACH = {
	name: 'Return a Row for Each',
	value: 'returnRows',
	description: 'The item gets a row for each of the products',
} as const;

export const ONLY_BUYABLE = {
	name: 'Return the Only One That Can Be Bought',
	value: 'returnBuyable',
	description:
		'The item gets the product that you are authorized to buy and that is in stock, if it is the only one. Else it fails.',
} as const;

export const IF_SEVERAL = {
	name: 'If Several Products Match',
	texts: {
		default: 'failItem',
		description:
			'What to do if a number belongs to several products, such as a vendor part number to a new and a refurbished one',
	},
} as const;
