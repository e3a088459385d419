import type { Plan, PlanGroup } from './products.mts';

/** Plan families: the first two are named in the official document, their texts are ours. */
export const planGroups: readonly PlanGroup[] = [
	{
		groupName: 'NCE Microsoft 365 (Commercial)',
		groupDescription: 'Office applications, mail and collaboration for companies.',
	},
	{
		groupName: 'Microsoft Defender for Endpoint P2 (NCE COM MTH)',
		groupDescription: 'Protection of end points, billed each month.',
	},
	{
		groupName: 'NCE Microsoft Azure Plan (Commercial)',
		groupDescription: 'Cloud computing, storage and databases.',
	},
];

/** Plans that the official document names. Prices are made up. */
export const documentedPlans: readonly Plan[] = [
	{
		planId: '438323',
		planName: 'Office 365 E5 OVG (NCE COM MTH)',
		planDescription: 'The largest Office suite with voice and analytics, billed each month.',
		groupName: 'NCE Microsoft 365 (Commercial)',
		billing: { period: 1, unit: 'MONTH' },
		terms: [{ period: 1, unit: 'MONTH' }],
		resources: [
			{
				resourceId: '15612650',
				resourceName: 'Office 365 E5',
				vendorPartNumber: 'CFQ7TTC0LF8S:0002',
				minUnits: 1,
				maxUnits: 10_000,
				msrp: 45.6,
				unitPrice: 37.5,
			},
		],
	},
	{
		planId: '438292',
		planName: 'Microsoft 365 Business Standard (NCE COM ANN)',
		planDescription: 'Office applications and mail for up to 300 people, billed each year.',
		groupName: 'NCE Microsoft 365 (Commercial)',
		billing: { period: 1, unit: 'YEAR' },
		terms: [{ period: 1, unit: 'YEAR' }],
		resources: [
			{
				resourceId: '15613396',
				resourceName: 'Microsoft 365 Business Standard',
				vendorPartNumber: 'CFQ7TTC0LDPB:0001',
				minUnits: 1,
				maxUnits: 300,
				msrp: 150,
				unitPrice: 120,
			},
		],
	},
	{
		planId: '438381',
		planName: 'Microsoft 365 Business Standard (NCE COM MTH)',
		planDescription: 'Office applications and mail for up to 300 people, billed each month.',
		groupName: 'NCE Microsoft 365 (Commercial)',
		billing: { period: 1, unit: 'MONTH' },
		terms: [
			{ period: 1, unit: 'MONTH' },
			{ period: 1, unit: 'YEAR' },
		],
		resources: [
			{
				resourceId: '15612791',
				resourceName: 'Microsoft 365 Business Standard',
				vendorPartNumber: 'CFQ7TTC0LDPB:0001',
				minUnits: 1,
				maxUnits: 300,
				msrp: 15,
				unitPrice: 12,
			},
		],
	},
	{
		planId: '471490',
		planName: 'Microsoft Defender for Endpoint P2 (NCE COM MTH)',
		planDescription: 'Finding and answering attacks on end points, billed each month.',
		groupName: 'Microsoft Defender for Endpoint P2 (NCE COM MTH)',
		billing: { period: 1, unit: 'MONTH' },
		terms: [{ period: 1, unit: 'MONTH' }],
		resources: [
			{
				resourceId: '15619034',
				resourceName: 'Microsoft Defender for Endpoint P2',
				vendorPartNumber: 'CFQ7TTC0LGV0:0001',
				minUnits: 1,
				maxUnits: 10_000,
				msrp: 5.2,
				unitPrice: 4.2,
			},
		],
	},
];
