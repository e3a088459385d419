import { answer, type Json, sentBy, type ShopAnswer, type ShopCall, within } from './service.mts';

export const TEAMS = {
	graphHost: 'graph.microsoft.com',
	signInHost: 'login.microsoftonline.com',
	clientId: 'teams-client',
	clientSecret: 'teams-secret',
	/** What a person's sign-in gives, and is changed into a token. */
	code: 'teams-code',
	token: 'teams-token',
} as const;

/** A message in a chat, as it was posted. */
export interface ChatMessage {
	chat: string;
	contentType: string;
	content: string;
}

/** Microsoft's sign-in and Graph, as far as n8n's Microsoft Teams node posts into chats. */
export class Teams {
	readonly messages: ChatMessage[] = [];
	/** Is told of each message as it is posted. */
	onMessage: (message: ChatMessage) => void = () => {};

	answer(call: ShopCall): ShopAnswer {
		return call.host === TEAMS.signInHost ? this.token(call) : this.graph(call);
	}

	private token(call: ShopCall): ShopAnswer {
		const { grant_type, code, client_id, client_secret } = sentBy(call);
		const isKnown = client_id === TEAMS.clientId && client_secret === TEAMS.clientSecret;
		const isGood = isKnown && (grant_type !== 'authorization_code' || code === TEAMS.code);
		if (!isGood) return answer({ error: 'invalid_grant', error_description: 'No' }, 400);
		return answer({
			token_type: 'Bearer',
			access_token: TEAMS.token,
			refresh_token: 'teams-refresh',
			expires_in: 3600,
		});
	}

	private graph(call: ShopCall): ShopAnswer {
		if (call.headers.authorization !== `Bearer ${TEAMS.token}`) {
			return this.refusal('InvalidAuthenticationToken', 401);
		}
		const [, chat] = /^\/v1\.0\/chats\/([^/]+)\/messages$/.exec(call.path) ?? [];
		if (call.method !== 'POST' || chat === undefined) return this.refusal('NotFound', 404);
		const { contentType, content } = within(sentBy(call), 'body') as Json & ChatMessage;
		if (!content) return this.refusal('BadRequest', 400);
		const id = String(1_700_000_000_000 + this.messages.length);
		const message = { chat: decodeURIComponent(chat), contentType, content };
		this.messages.push(message);
		this.onMessage(message);
		return answer({ id, chatId: chat, body: { contentType, content } }, 201);
	}

	private refusal(code: string, status: number): ShopAnswer {
		return answer({ error: { code, message: code } }, status);
	}
}
