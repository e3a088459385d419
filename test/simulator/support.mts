import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import type { Simulator } from '../../simulator/index.mts';

/** The headers of a good call; `IM-SenderID` left out, since no call here requires it. */
export const goodHeaders: Readonly<Record<string, string>> = {
	'IM-CustomerNumber': '20-222222',
	'IM-CountryCode': 'US',
	'IM-CorrelationID': '0123456789abcdef0123456789abcdef',
};

export const searchEndpoint = '/resellers/v6/catalog';
export const pricesEndpoint = '/resellers/v6/catalog/priceandavailability';
export const detailsEndpoint = '/resellers/v6/catalog/details';

/** Every answer is an answer here, whatever its status; only broken connections throw. */
export const http = axios.create({ validateStatus: () => true, timeout: 5000 });

export async function fetchToken(
	simulator: Simulator,
	clientId = 'simulator-client',
	clientSecret = 'simulator-secret',
): Promise<string> {
	const answer = await http.post(
		`${simulator.url}/oauth/oauth20/token`,
		new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: clientId,
			client_secret: clientSecret,
		}),
	);
	return String(answer.data.access_token);
}

/** A client with a token and good headers; `headers` adds to them, or takes out with null. */
export async function connect(
	simulator: Simulator,
	headers: Record<string, string | null> = {},
): Promise<AxiosInstance> {
	const token = await fetchToken(simulator);
	return axios.create({
		baseURL: simulator.url,
		validateStatus: () => true,
		timeout: 5000,
		headers: { Authorization: `Bearer ${token}`, ...goodHeaders, ...headers },
	});
}

/** Asks for price and availability with both parts on, unless `query` says otherwise. */
export async function prices(
	client: AxiosInstance,
	body: unknown,
	query = 'includeAvailability=true&includePricing=true',
): Promise<AxiosResponse> {
	return await client.post(`${pricesEndpoint}?${query}`, body);
}

/** The names of the fields that an error answer complains about. */
export function complaints({ data }: AxiosResponse): string[] {
	const [error] = data.errors;
	return error.fields.map(({ field }: { field: string }) => field);
}
