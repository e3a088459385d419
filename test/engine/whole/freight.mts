import { byIngramPartNumber } from '../support.mts';
import type { WholeCall } from './wholeCall.mts';

const node = 'ingramMicroFreightEstimate';
const part = { ingramPartNumber: '4A0036', quantity: 1 };
const more = { carrierCode: 'RG', customerLineNumber: '1', warehouseId: '20' };

export const freight: readonly WholeCall[] = [
	{
		node,
		parameters: {
			operation: 'get',
			linesFrom: 'fields',
			lines: {
				line: [
					{
						...part,
						ingramPartNumber: byIngramPartNumber(part.ingramPartNumber),
						additionalFields: more,
					},
				],
			},
			shipTo: {
				companyName: 'ABC TECH',
				addressLine1: '17501 W 98TH ST SPC 1833',
				addressLine2: 'Building 1',
				addressLine3: 'Floor 2',
				city: 'LENEXA',
				state: 'KS',
				postalCode: '662191736',
				countryCode: 'US',
			},
			return: 'carriers',
			additionalFields: { billToAddressId: '000' },
		},
	},
	{
		node,
		parameters: {
			operation: 'get',
			linesFrom: 'list',
			linesList: JSON.stringify([{ ...part, ...more }]),
			shipTo: { addressId: '200' },
		},
	},
];
