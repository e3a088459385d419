import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

import { Shops } from '../simulator/shops/index.mts';
import { makeCertificate } from './certificate.mts';
import { data } from './paths.mts';

/** The form or JSON that a call sent; undefined without a body. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	const text = Buffer.concat(parts).toString('utf8');
	if (text === '') return undefined;
	if (request.headers['content-type']?.includes('form-urlencoded')) {
		return Object.fromEntries(new URLSearchParams(text));
	}
	return JSON.parse(text) as unknown;
}

async function listen(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

/**
 * Other services for an n8n, on this machine: it gets to them as its own nodes do, by https and by
 * their real names, through a proxy that leads to the stand-ins, and nowhere else.
 */
export class ShopServer {
	readonly shops = new Shops();
	/** Hosts that n8n asked for, and for which nobody stands. */
	readonly refused = new Set<string>();
	/** What n8n has to be started with. */
	env: Record<string, string> = {};
	private readonly servers: Server[] = [];
	private readonly sockets = new Set<Duplex>();

	static async start(): Promise<ShopServer> {
		const started = new ShopServer();
		const { key, cert, file } = makeCertificate(started.shops.hosts, data('certificate'));
		const answer = (request: IncomingMessage, response: ServerResponse) => {
			void started.answer(request, response);
		};
		const services = createTlsServer({ key, cert }, answer);
		// A client that does not tunnel sends the whole address to the proxy.
		const proxy = createServer(answer);
		started.servers.push(services, proxy);
		const port = await listen(services);
		proxy.on('connect', ({ url = '' }: IncomingMessage, socket: Duplex, head: Buffer) =>
			started.tunnel(url, socket, head, port),
		);
		const address = `http://127.0.0.1:${await listen(proxy)}`;
		started.env = {
			...Object.fromEntries(['HTTPS_PROXY', 'https_proxy'].map((name) => [name, address])),
			...Object.fromEntries(['HTTP_PROXY', 'http_proxy'].map((name) => [name, ''])),
			...Object.fromEntries(['ALL_PROXY', 'all_proxy'].map((name) => [name, ''])),
			...Object.fromEntries(
				['NO_PROXY', 'no_proxy'].map((name) => [name, '127.0.0.1,localhost,::1']),
			),
			NODE_EXTRA_CA_CERTS: file,
		};
		return started;
	}

	private tunnel(target: string, socket: Duplex, head: Buffer, port: number): void {
		const [host] = target.split(':');
		if (!this.shops.hosts.some((one) => one === host)) {
			this.refused.add(host);
			socket.end('HTTP/1.1 502 Nobody stands for it\r\n\r\n');
			return;
		}
		const service: Socket = connect(port, '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			service.write(head);
			service.pipe(socket).pipe(service);
		});
		for (const [one, other] of [
			[socket, service],
			[service, socket],
		]) {
			this.sockets.add(one);
			one.once('error', () => other.destroy());
			one.once('close', () => this.sockets.delete(one));
		}
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { method = 'GET', url = '/', headers } = request;
		const { host, pathname, searchParams } = /^https?:/.test(url)
			? new URL(url)
			: // A path may begin with two slashes, which would pass for a host.
				new URL(`https://${headers.host ?? ''}${url}`);
		const {
			status,
			headers: more,
			body,
		} = this.shops.answer({
			method,
			host: host.replace(/:443$/, ''),
			path: pathname,
			query: searchParams,
			headers: headers as Record<string, string>,
			body: await bodyOf(request),
		});
		response.writeHead(status, { 'content-type': 'application/json', ...more });
		response.end(JSON.stringify(body));
	}

	close(): void {
		for (const server of this.servers) {
			server.closeAllConnections();
			server.close();
		}
		for (const socket of this.sockets) socket.destroy();
	}
}
