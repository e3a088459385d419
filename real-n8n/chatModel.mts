import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Asked {
	stream?: boolean;
	messages: { role: string; content?: unknown }[];
	tools?: { function: { name: string } }[];
}

/** A stand-in for a chat model of OpenAI. */
export interface ChatModel {
	/** What n8n's credential for OpenAI is told to call. */
	url: string;
	/** What its tools have told it, in their own words, oldest first. */
	told: string[];
	close(): Promise<void>;
}

/** Starts a model that calls the first tool it is offered, once, and then repeats what that said. */
export async function startChatModel(): Promise<ChatModel> {
	const told: string[] = [];
	const server = createServer((request, response) => {
		void textOf(request).then((text) => {
			const asked = JSON.parse(text) as Asked;
			const message = answerTo(asked, told);
			const ends = { finish_reason: 'tool_calls' in message ? 'tool_calls' : 'stop' };
			if (asked.stream) {
				response.setHeader('content-type', 'text/event-stream');
				const chunk = completion('chat.completion.chunk', { delta: message, ...ends });
				return response.end(`data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`);
			}
			response.setHeader('content-type', 'application/json');
			return response.end(JSON.stringify(completion('chat.completion', { message, ...ends })));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		told,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function textOf(request: IncomingMessage): Promise<string> {
	let text = '';
	for await (const chunk of request) text += String(chunk);
	return text;
}

const completion = (object: string, choice: object): object => ({
	id: 'chat-1',
	object,
	created: 0,
	model: 'stand-in',
	choices: [{ index: 0, ...choice }],
	usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
});

/** Calls the tool, or says what it said. */
function answerTo({ messages, tools = [] }: Asked, told: string[]): object {
	const last = messages.at(-1);
	if (last?.role === 'tool') {
		const content = String(last.content);
		told.push(content);
		return { role: 'assistant', content };
	}
	const call = { name: tools[0]?.function.name, arguments: '{}' };
	return {
		role: 'assistant',
		content: null,
		tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: call }],
	};
}
