import { namedAttributes } from '../../fields/attributes';
import {
	type Field,
	type Fields,
	mustHold,
	optionalChoice,
	optionalFlag,
	text,
} from '../../fields/field';
import { oneLine } from '../../fields/oneLine';
import { withZerosInFront } from '../../fields/places';

/** The switch that turns off XI's own guard against a PO that it has already. */
export const ALLOW_DUPLICATE = 'allowDuplicateCustomerOrderNumber';
/** The switch that creates an order on hold: see onCustomerHold. */
export const ALLOW_HOLD = 'allowOrderOnCustomerHold';
/** The switch that lets XI take a part of an order, or forbids it: see ifLineUnavailable. */
export const ALLOW_PARTIAL = 'allowPartialOrder';
/** The switch without which comments have no more than 35 characters. */
export const COMMENTS_AS_LINES = 'enableCommentsAsLines';

const enableCommentsAsLines = optionalFlag('Enable Comments as Lines', {
	default: true,
	description: 'Whether comments become lines of the order, which may be longer than 35 characters',
});

/** A postal code of the USA, of which programs for governments are. */
const ofUnitedStates = (field: Field<string | undefined>): Field<string | undefined> => ({
	...field,
	read: (value, label) => field.read(withZerosInFront(value, 'US'), label),
});

/** Attributes of both versions of order create. XI documentation: "Order Create". */
const both = {
	[ALLOW_DUPLICATE]: mustHold(
		optionalFlag('Allow Duplicate Number', {
			description:
				'Whether Ingram Micro may take a customer order number that it has already. Danger: this switches off Ingram Micro’s one guard against ordering the same thing twice. Leave it off unless you use a purchase order (PO) number again on purpose.',
		}),
	),
	depOrderNbr: text('DEP Order Number', {
		placeholder: 'e.g. PO-4711',
		description: 'The order number of the end user for Apple’s Device Enrollment Program',
	}),
	DpasProgramId: text('DPAS Program ID', {
		placeholder: 'e.g. A1',
		description: 'The agency or program of a US defense priority order',
	}),
	DpasRating: optionalChoice(
		'DPAS Rating',
		[
			{ name: 'DO', value: 'DO' },
			{ name: 'DX (Highest)', value: 'DX' },
		],
		{ default: 'DO', description: 'The rating of a US defense priority order' },
	),
	dynamicMessageLine1: oneLine(
		text('Dynamic Message', {
			prose: true,
			placeholder: 'e.g. Deliver before noon',
			description: 'A free line of text for the order',
		}),
	),
	euDepId: text('End User DEP ID', {
		maxLength: 32,
		placeholder: 'e.g. 1234567',
		description: 'The organization ID of the end user in Apple’s Device Enrollment Program',
	}),
	govtEndUserData: oneLine(
		text('Government End User', {
			prose: true,
			placeholder: 'e.g. US Air Force',
			description: 'The name of the end user of a government order',
		}),
	),
	govtEndUserPostalCode: ofUnitedStates(
		text('Government ZIP Code', {
			maxLength: 9,
			placeholder: 'e.g. 322187933',
			description: 'The postal code of the end user of a government order',
		}),
	),
	govtEndUserType: optionalChoice(
		'Government User Type',
		[
			{ name: 'Federal', value: 'F' },
			{ name: 'Higher Education', value: 'H' },
			{ name: 'K-12 Education', value: 'K' },
			{ name: 'Local', value: 'E' },
			{ name: 'State', value: 'S' },
		],
		{ default: 'F', description: 'The kind of end user of a government order' },
	),
	govtProgramType: optionalChoice(
		'Government Program Type',
		[
			{ name: 'Education', value: 'ED' },
			{ name: 'Government', value: 'PA' },
		],
		{ default: 'PA', description: 'The program of a government order' },
	),
	govtPublicPrivateCode: optionalChoice(
		'Government School',
		[
			{ name: 'Private', value: 'R' },
			{ name: 'Public', value: 'P' },
		],
		{ default: 'P', description: 'Whether a school is public or private (education only)' },
	),
	govtSolicitationNumber: text('Government Contract', {
		placeholder: 'e.g. 438',
		description: 'The number of the government contract',
	}),
} satisfies Fields;

/** Attributes of v6 only; most of them are for countries with SAP. */
const v6 = {
	channelCode: text('Channel Code', {
		placeholder: 'e.g. 10',
		description: 'The sales channel (SAP countries only)',
	}),
	customerPOType: optionalChoice(
		'Purchase Order Type',
		[
			{ name: 'ZWEB', value: 'ZWEB' },
			{ name: 'ZXML', value: 'ZXML' },
		],
		{ default: 'ZXML', description: 'The kind of your purchase order (SAP countries only)' },
	),
	enableCommentsAsLines,
	endUserSearchTerm: text('End User Search Term', {
		prose: true,
		placeholder: 'e.g. EXAMPLE',
		description: 'The search term of the end user (SAP countries only)',
	}),
	orderType: optionalChoice(
		'Order Type',
		[
			{ name: 'ZLCN', value: 'ZLCN' },
			{ name: 'ZOR', value: 'ZOR' },
		],
		{ default: 'ZOR', description: 'The kind of order (SAP countries only)' },
	),
	shipFromWarehouseId: text('Ship From Warehouse', {
		placeholder: 'e.g. 10',
		description: 'The Ingram Micro warehouse from which the whole order ships',
	}),
	soldTo: text('Sold To', {
		placeholder: 'e.g. 0001234567',
		description: 'The customer to whom the order is sold (SAP countries only)',
	}),
	storageLocation: text('Storage Location', {
		placeholder: 'e.g. 0001',
		description: 'The storage location (SAP countries only)',
	}),
	Z101: oneLine(
		text('Text Z101', {
			prose: true,
			placeholder: 'e.g. Deliver before noon',
			description: 'The text with the ID Z101 (SAP countries only)',
		}),
	),
} satisfies Fields;

const modify = {
	enableCommentsAsLines,
	entryMethod: text('Entry Method', {
		placeholder: 'e.g. XI',
		description: 'The way the change was entered, as Ingram Micro told you to send it',
	}),
	regionCode: text('Region Code', {
		placeholder: 'e.g. CS',
		description: 'The region, as Ingram Micro told you to send it',
	}),
} satisfies Fields;

const attributes = (fields: Fields, description: string) =>
	namedAttributes('Additional Attributes', fields, { addLabel: 'Add attribute', description });

const ORDER = 'Switches and fields of the order as a whole';

/** The attributes of an order, v6. */
export const attributesV6 = attributes({ ...both, ...v6 }, ORDER);
/** The attributes of an order, v7. */
export const attributesV7 = attributes(both, ORDER);
/** The attributes of a change of an order. */
export const attributesModify = attributes(modify, 'Switches and fields of the change as a whole');
