/** Where the records are kept in local storage, one JSON text per line. */
export const RECORDS = 'kelisim-records'
