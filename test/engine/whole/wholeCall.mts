import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import type { Simulator } from '../../../simulator/index.mts';

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
	/** Fields of the credential that are other than usual. */
	credential?: ICredentialDataDecryptedObject;
	/**
	 * Makes in the simulator what the call is about, for example an order on hold.
	 *
	 * @returns values for the first input item, for numbers that are known only now
	 */
	prepare?: (xi: Simulator) => IDataObject | void | Promise<IDataObject | void>;
	/** Why the run ends in an error, where that cannot be helped. The request still has to go out. */
	refused?: string;
}
