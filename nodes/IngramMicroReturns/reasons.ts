import { BadInput } from '../shared/errors';
import { choices, type Field } from '../shared/fields/field';

/**
 * XI's list of reasons, each exactly as it goes out: the blank in "(CS )", which its answers have as
 * well, the misspelt "Vebdor" and the words that look like left-overs are its own. Where its document
 * and its portal disagree, both stand here.
 */
const REASONS = [
	'(AR) Account Receivables',
	'(BB) Buy Back',
	'(BE) Stock Balance Exception',
	'(BO) Bill Only',
	'(CE) Credit Dept Use - Credit Exception',
	'(CF) Configuration Fee',
	'(CS ) Customer Service Discretion',
	'(CS) Customer Service Discretion',
	'(CS1) Customer Service Discretion CS Error',
	'(DE) Defective Exception',
	'(DF) Defective Items',
	'(DI) Direct Credit',
	'(DM) Damaged from Carrier',
	'(DN) Damaged Without Product',
	'(DT) Direct/ Special Order',
	'(DT1) Direct Ship billed, not shipped.',
	'(EW) Express Warehousing',
	'(FO) Freight Out',
	'(FS) Warehouse Failed Serial# Capture',
	'(FX) No-Scan',
	'(IN) Incomplete',
	'(LS) Lost Shipment',
	'(MN) Minimum Order Fee Credit',
	'(OS) Over Shipment',
	'(PR) Pricing Error',
	'(RF) Refusal Credit',
	'(RI) Re-Invoice',
	'(RP) Return For Repair',
	'(RT) Return Not Credited',
	'(RTD) RCN',
	'(SB) Stock Balance',
	'(SD) Sales Discretion',
	'(SH) Incorrect Shipping And Handling',
	'(SS) Short Shipment',
	'(SSK) Short Ship kit',
	'(SW) Sales Writeoff',
	'(TE) Opened Return',
	'(TR) Training Refund',
	'(TX) Tax Credit',
	'(WS) Wrong Sales Sealed',
	'(WW) Wrong Warehouse',
	'ITAD - Trade-in Credit',
	'Latin America Vebdor Credits',
	'Latin America Vendor Credits',
	'Select Source',
	'Withholding Tax',
	'test',
] as const;

export type ReturnReason = (typeof REASONS)[number];

/** What a picker shows where the value alone would not do. */
const SHOWN: Partial<Record<ReturnReason, { name?: string; description?: string }>> = {
	'(AR) Account Receivables': { description: 'A correction of what you owe' },
	'(BB) Buy Back': { description: 'Ingram Micro or the vendor buys the goods back' },
	'(BE) Stock Balance Exception': { description: 'Unsold stock, outside of the usual terms' },
	'(BO) Bill Only': { description: 'Billed, without goods' },
	'(CE) Credit Dept Use - Credit Exception': { description: 'Set by the credit department' },
	'(CF) Configuration Fee': { description: 'A correction of a fee for configuration' },
	'(CS ) Customer Service Discretion': {
		name: 'Customer Service Discretion (CS)',
		description: 'A favour of customer service. Sent as Ingram Micro’s API has it.',
	},
	'(CS) Customer Service Discretion': {
		name: 'Customer Service Discretion (CS, as in the Portal)',
		description: 'The same, sent as the developer portal writes it',
	},
	'(CS1) Customer Service Discretion CS Error': {
		description: 'Customer service had made a mistake',
	},
	'(DE) Defective Exception': { description: 'Defective, outside of the usual terms' },
	'(DF) Defective Items': { description: 'The goods do not work' },
	'(DI) Direct Credit': { description: 'A credit without goods that come back' },
	'(DM) Damaged from Carrier': {
		name: 'Damaged From Carrier (DM)',
		description: 'Damaged on the way',
	},
	'(DN) Damaged Without Product': { description: 'Damaged, and the goods do not come back' },
	'(DT) Direct/ Special Order': {
		name: 'Direct or Special Order (DT)',
		description: 'Shipped by the vendor, or ordered for you alone',
	},
	'(DT1) Direct Ship billed, not shipped.': {
		name: 'Direct Ship Billed, Not Shipped (DT1)',
		description: 'Can only be searched for alone, since it holds a comma',
	},
	'(EW) Express Warehousing': { description: 'Goods in an express warehouse' },
	'(FO) Freight Out': { description: 'A correction of freight' },
	'(FS) Warehouse Failed Serial# Capture': {
		name: 'Warehouse Failed Serial Number Capture (FS)',
		description: 'The warehouse recorded no serial number',
	},
	'(FX) No-Scan': { description: 'Not scanned in the warehouse' },
	'(IN) Incomplete': { description: 'Parts are missing' },
	'(LS) Lost Shipment': { description: 'Lost on the way' },
	'(MN) Minimum Order Fee Credit': { description: 'The fee for a small order is given back' },
	'(OS) Over Shipment': { description: 'More came than was ordered' },
	'(PR) Pricing Error': { description: 'The price was wrong' },
	'(RF) Refusal Credit': { description: 'The delivery was refused' },
	'(RI) Re-Invoice': { description: 'Is billed again' },
	'(RP) Return For Repair': { description: 'Comes back to be repaired' },
	'(RT) Return Not Credited': { description: 'Came back, and was not credited yet' },
	'(RTD) RCN': { description: 'An RCN, as Ingram Micro calls it' },
	'(SB) Stock Balance': { description: 'Unsold stock' },
	'(SD) Sales Discretion': { description: 'A favour of the sales department' },
	'(SH) Incorrect Shipping And Handling': { description: 'Shipping was billed wrongly' },
	'(SS) Short Shipment': { description: 'Less came than was billed' },
	'(SSK) Short Ship kit': {
		name: 'Short Ship Kit (SSK)',
		description: 'Parts of a kit did not come',
	},
	'(SW) Sales Writeoff': { description: 'Written off by the sales department' },
	'(TE) Opened Return': { description: 'The package was opened' },
	'(TR) Training Refund': { description: 'A training is paid back' },
	'(TX) Tax Credit': { description: 'A correction of tax' },
	'(WS) Wrong Sales Sealed': { description: 'The wrong product was sold, still sealed' },
	'(WW) Wrong Warehouse': { description: 'Came from the wrong warehouse' },
	'ITAD - Trade-in Credit': {
		name: 'ITAD - Trade-in Credit',
		description: 'A credit for old equipment',
	},
	'Latin America Vebdor Credits': {
		name: 'Latin America Vendor Credits (Sent as Vebdor)',
		description: 'Credits of vendors in Latin America, spelt as Ingram Micro’s API has it',
	},
	'Latin America Vendor Credits': {
		name: 'Latin America Vendor Credits (Sent as Vendor)',
		description: 'The same, spelt as the developer portal has it',
	},
	'Select Source': { description: 'No reason was chosen' },
	'Withholding Tax': { description: 'A correction of withholding tax' },
	test: { name: 'Test', description: 'Returns that are tests' },
};

/** "Buy Back (BB)" for "(BB) Buy Back", so that the list is sorted by what one looks for. */
const nameOf = (reason: ReturnReason): string =>
	SHOWN[reason]?.name ?? reason.replace(/^\(([^)]*)\) (.*)$/, '$2 ($1)');

const OPTIONS = REASONS.map((value) => ({
	name: nameOf(value),
	value,
	...(SHOWN[value]?.description !== undefined && { description: SHOWN[value].description }),
})).sort((one, other) => one.name.localeCompare(other.name));

const listed = choices('Return Reason', OPTIONS, {
	default: [],
	description: 'Only returns with one of these reasons',
});

/** Reasons to search by. One that holds a comma, given by an expression, is not taken for two. */
export const reasons: Field<ReturnReason[]> = {
	...listed,
	read(value, label) {
		const whole = typeof value === 'string' && REASONS.find((reason) => reason === value.trim());
		return listed.read(whole ? [whole] : value, label);
	},
};

/**
 * Reasons as one text, as XI takes them: with commas between. The one that holds a comma would fall
 * apart among others, so it goes alone.
 */
export function joinedReasons(chosen: readonly ReturnReason[]): string | undefined {
	const torn = chosen.find((reason) => reason.includes(','));
	if (torn !== undefined && chosen.length > 1) {
		throw new BadInput(
			`'Return Reason' in 'Filters' has "${nameOf(torn)}" among others, and that can only be searched for alone`,
			'Ingram Micro separates reasons by commas, and this one holds a comma. Search for it with a node or item of its own',
		);
	}
	return chosen.length > 0 ? chosen.join(',') : undefined;
}
