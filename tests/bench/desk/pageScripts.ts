/** Expressions that run in the page under measurement. */

/** Resolves with the wall clock (ms) of the frame in which something matching `selector` is on screen. */
export function whenShown(selector: string): string {
  return `new Promise((done) => {
    const look = () => {
      if (document.querySelector(${JSON.stringify(selector)})) requestAnimationFrame(() => done(Date.now()))
      else setTimeout(look, 2)
    }
    look()
  })`
}

/** A question to the desk; its value, or an exception with the refusal. */
export function ask(channel: string, args: unknown): string {
  return `window.zhenshou.invoke(${JSON.stringify(channel)}, ${JSON.stringify(args)}).then((answer) => {
    if (!answer.ok) throw new Error(answer.error.code + ' ' + answer.error.message)
    return answer.value
  })`
}

/** Times `count` questions one after another, ms each. */
export function timeAsks(channel: string, argsList: readonly unknown[]): string {
  return `(async () => {
    const times = []
    for (const args of ${JSON.stringify(argsList)}) {
      const begun = performance.now()
      const answer = await window.zhenshou.invoke(${JSON.stringify(channel)}, args)
      if (!answer.ok) throw new Error(answer.error.code)
      times.push(performance.now() - begun)
    }
    return times
  })()`
}

/** From the next Enter key to the frame in which `text` stands in the list: ms. Call before the key is sent. */
export function armEnterToShown(text: string, list: string): string {
  return `(() => {
    window.__enterToShown = new Promise((done) => {
      addEventListener('keydown', function onKey(event) {
        if (event.key !== 'Enter') return
        removeEventListener('keydown', onKey, true)
        const begun = event.timeStamp
        const observer = new MutationObserver(look)
        function look() {
          if (!document.querySelector(${JSON.stringify(list)})?.textContent.includes(${JSON.stringify(text)})) return
          observer.disconnect()
          requestAnimationFrame(() => done(performance.now() - begun))
        }
        observer.observe(document.body, { childList: true, subtree: true, characterData: true })
        look()
      }, true)
    })
  })()`
}
