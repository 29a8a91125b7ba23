/** Version of the server, equal to that of the package. */
export const VERSION = "0.1.0";
