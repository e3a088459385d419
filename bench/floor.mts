import axios, { type AxiosInstance, type AxiosResponse } from 'axios';

/** How many calls a bare client has under way at once: as many as the package's reads. */
const AT_ONCE = 30;
/** The reset of a window is told in whole seconds. */
const MARGIN_MS = 1_000;

const wait = async (ms: number) => await new Promise((done) => setTimeout(done, ms));

/** The least that a program of one's own would do: a token, the calls that the API asks for, and no more. */
export class Floor {
	private constructor(private readonly http: AxiosInstance) {}

	static async signIn(base: string): Promise<Floor> {
		const { data } = await axios.post<{ access_token: string }>(
			`${base}/oauth/oauth20/token`,
			new URLSearchParams({
				grant_type: 'client_credentials',
				client_id: 'simulator-client',
				client_secret: 'simulator-secret',
			}),
		);
		const http = axios.create({
			baseURL: base,
			headers: {
				Authorization: `Bearer ${data.access_token}`,
				'IM-CustomerNumber': '20-222222',
				'IM-CountryCode': 'US',
				'IM-SenderID': 'benchmark',
				'IM-CorrelationID': 'bare-client',
			},
			validateStatus: (status) => status < 300 || status === 429,
		});
		return new Floor(http);
	}

	/** One call, made again after the window when it was too much for this one. */
	private async call<Data>(make: () => Promise<AxiosResponse<Data>>): Promise<Data> {
		for (;;) {
			const { status, data, headers } = await make();
			if (status !== 429) return data;
			const reset = Number(headers['x-ratelimit-reset']) * 1_000;
			await wait(Math.max(0, reset - Date.now()) + MARGIN_MS);
		}
	}

	/** Works through a list, a few at a time. */
	private async each<In, Out>(list: readonly In[], work: (entry: In) => Promise<Out>) {
		const results: Out[] = [];
		let next = 0;
		const worker = async () => {
			while (next < list.length) {
				const position = next++;
				results[position] = await work(list[position]);
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, worker));
		return results;
	}

	/** Price and stock of many products, fifty in a call. */
	async prices(partNumbers: readonly string[]): Promise<unknown[]> {
		const calls = Array.from({ length: Math.ceil(partNumbers.length / 50) }, (_, call) =>
			partNumbers.slice(call * 50, (call + 1) * 50),
		);
		const answers = await this.each(calls, (some) =>
			this.call(() =>
				this.http.post<unknown[]>(
					'/resellers/v6/catalog/priceandavailability?includeAvailability=true&includePricing=true',
					{ products: some.map((ingramPartNumber) => ({ ingramPartNumber })) },
				),
			),
		);
		return answers.flat();
	}

	/** The details of many orders. */
	async orders(orderNumbers: readonly string[]): Promise<unknown[]> {
		return await this.each(orderNumbers, (orderNumber) =>
			this.call(() => this.http.get<unknown>(`/resellers/v6.1/orders/${orderNumber}`)),
		);
	}

	/** So many products of the catalog, a hundred a page. */
	async products(count: number): Promise<unknown[]> {
		const found: unknown[] = [];
		for (let page = 1; found.length < count; page++) {
			const { catalog } = await this.call(() =>
				this.http.get<{ catalog: unknown[] }>('/resellers/v6/catalog', {
					params: { pageNumber: page, pageSize: 100 },
				}),
			);
			found.push(...catalog);
		}
		return found.slice(0, count);
	}
}
