import type { CallSettings } from '../../../../nodes/shared/transport/send.ts';

/** How a call is made that may be made once, and waits for nothing. */
export const SETTINGS: CallSettings = {
	credential: {
		environment: 'sandbox',
		baseUrl: 'https://xi.example',
		clientId: 'client',
		customerNumber: '20-222222',
		countryCode: 'US',
		senderId: 'tests',
	},
	repeatable: false,
	maxWaitMs: 0,
	timeoutMs: 1_000,
};
