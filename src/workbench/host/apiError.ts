// An answer that Excel gives instead of a result. Everything else that is thrown in the host is a fault of the host.

/** Codes as Office.js has them (`OfficeExtension.Error.code`). */
export type ApiErrorCode =
  | 'ItemNotFound'
  | 'ItemAlreadyExists'
  | 'InvalidArgument'
  | 'InvalidReference'
  | 'InvalidOperation'
  | 'InvalidSelection'
  | 'AccessDenied'
  | 'ApiNotFound'
  | 'GeneralException'
  | 'RequestPayloadSizeLimitExceeded'
  | 'ResponsePayloadSizeLimitExceeded'
  | 'Timeout'
  | 'InvalidOperationInCellEditMode';

/** `code` is what the add-in gets in `OfficeExtension.Error`. */
export class ApiError extends Error {
  constructor(
    readonly code: ApiErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** Example: `refuse('InvalidArgument', 'a table needs a header row')` never returns. */
export function refuse(code: ApiErrorCode, message: string): never {
  throw new ApiError(code, message);
}
