import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';

import type { Simulator } from '../../../simulator/index.mts';

/** Where a call is prepared. */
export interface Stage {
	xi: Simulator;
	/**
	 * Runs a node once.
	 *
	 * @returns the items of its success output
	 * @throws Error when the run ends in an error
	 */
	run(node: string, parameters: INodeParameters): Promise<INodeExecutionData[]>;
	/** Has something done once the call is over, such as an end to what was started for it. */
	afterwards(work: () => Promise<void>): void;
}

/**
 * One run of one operation. All runs of an operation together set every parameter that it has, so
 * that everything that it can send goes out.
 *
 * A file of this folder is about one node, and exports a `readonly WholeCall[]`, under any name.
 */
export interface WholeCall {
	/** The node's type, for example `ingramMicroQuotes`. */
	node: string;
	/** As n8n stores them in a workflow, with the operation. What is left out has its default. */
	parameters: INodeParameters;
	/** The input items; one empty item where it is left out. */
	input?: IDataObject[];
	/** The call goes to XI's sandbox, which takes parameters that production refuses. */
	sandbox?: boolean;
	/** Fields of the credential that are other than usual. */
	credential?: ICredentialDataDecryptedObject;
	/**
	 * Makes in the simulator what the call is about, for example an order on hold. What is sent for
	 * it does not count.
	 *
	 * @returns fields for each input item, for numbers that are known only now
	 */
	prepare?: (stage: Stage) => IDataObject | void | Promise<IDataObject | void>;
	/** Why the run ends in an error, where that cannot be helped. The request still has to go out. */
	refused?: string;
}
