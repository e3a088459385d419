import { accountOf, type AccountOverrides, type XiCredential } from './account';
import type { FailureDetails } from './failure';
import type { XiRequest } from './request';

/*
 * The two environments know nothing of each other: what was made in the one is not there in the other,
 * and numbers do not tell which one they are of.
 */

/** The account under which Ingram Micro's sandbox holds its test data. */
const SANDBOX_ACCOUNT = '20-222222';

/** Of what a reseller makes or is sent, and so has in one environment only. */
const OF_A_RESELLER = /\/(deals|invoices|orders|quotes|renewals|returns)\b/i;

interface Settings {
	readonly credential: XiCredential;
	readonly overrides?: AccountOverrides;
}

/** XI takes customer numbers with and without the dash. */
const withoutSigns = (number: string): string => number.replace(/[^0-9a-z]/gi, '');

/** The account of the sandbox in production: the sentence that says so. */
function sandboxAccount({ credential, overrides }: Settings): string | undefined {
	if (credential.environment !== 'production') return undefined;
	const { customerNumber } = accountOf(credential, overrides);
	if (withoutSigns(customerNumber) !== withoutSigns(SANDBOX_ACCOUNT)) return undefined;
	return `${customerNumber} is the account of Ingram Micro’s sandbox, and the environment of the credential is Production: choose Sandbox there with the keys of the sandbox app, or enter your own customer number`;
}

/**
 * That a thing was not found may come of the other environment: the sentence that says so.
 *
 * @param endpoint of the call that found nothing
 * @returns undefined where it cannot be the reason
 */
export function elsewhere(endpoint: string, settings: Settings): string | undefined {
	const certain = sandboxAccount(settings);
	if (certain !== undefined) return certain;
	const { environment } = settings.credential;
	if (environment === 'custom' || !OF_A_RESELLER.test(endpoint)) return undefined;
	return environment === 'production'
		? 'What was made in the sandbox is not known in production, the environment of the credential'
		: 'What was made in production is not known in the sandbox, the environment of the credential';
}

/** XI said no, whatever its reasons: not that it was busy or out of order. */
const isNo = ({ reason }: FailureDetails): boolean =>
	reason === 'refused' || reason === 'unauthorized';

/** Whether a failure may mean that there is no such thing: by its status, or as the call's own advice says. */
const mayBeUnknown = (
	{ status = 0, remedy }: FailureDetails,
	{ remedies }: Pick<XiRequest, 'remedies'>,
): boolean => status === 404 || (status >= 500 && remedies?.[status] === remedy);

/** A failure, with what is known of a mix-up of the two environments that explains it. */
export function withMixUp(
	failure: FailureDetails,
	request: Pick<XiRequest, 'remedies'>,
	settings: Settings,
): FailureDetails {
	const certain = isNo(failure) ? sandboxAccount(settings) : undefined;
	if (certain !== undefined) return withAdvice(failure, certain, failure.remedy);
	return mayBeUnknown(failure, request)
		? withAdvice(failure, failure.remedy, elsewhere(failure.endpoint, settings))
		: failure;
}

const withAdvice = (
	failure: FailureDetails,
	...sentences: Array<string | undefined>
): FailureDetails => ({
	...failure,
	remedy: sentences.filter((sentence) => sentence !== undefined).join('. '),
});
