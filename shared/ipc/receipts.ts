/** 县已阅: who at the county read an event first, and when by the county's clock. */
export interface CountyReading {
  readonly by: string
  readonly at: number
}
