(() => {
  'use strict';

  const root = document.getElementById('signup');
  const button = document.getElementById('connect');
  const status = document.getElementById('status');
  const steps = document.getElementById('steps');
  const settings = JSON.parse(root.dataset.settings);
  const texts = settings.texts;
  let attempt = null;

  const show = (text) => {
    status.textContent = text;
  };

  // Any window may post to this one; only Meta's own pages are listened to.
  const isMeta = (origin) => {
    try {
      const url = new URL(origin);
      return url.protocol === 'https:' && url.origin === origin && (url.hostname === 'facebook.com' || url.hostname.endsWith('.facebook.com'));
    } catch {
      return false;
    }
  };

  const showSteps = (list) => {
    steps.replaceChildren(...list.map((step) => {
      const item = document.createElement('li');
      item.dataset.step = step.step;
      item.dataset.state = step.state;
      item.textContent = (texts[step.step] ?? step.step) + ': ' + (texts['step-' + step.state] ?? step.state) + (step.reason ? '. ' + step.reason : '');
      return item;
    }));
  };

  const finish = (result, list) => {
    root.dataset.result = result;
    show(texts[result]);
    showSteps(list);
    button.hidden = result === 'completed';
    button.disabled = false;
    if (!button.hidden) {
      button.focus();
    }
  };

  const send = async (current) => {
    if (current.isSent) {
      return;
    }

    current.isSent = true;
    clearTimeout(current.timer);
    show(current.code ? texts.working : texts.cancelled);
    try {
      const response = await fetch(settings.address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        credentials: 'same-origin',
        redirect: 'error',
        body: JSON.stringify({ state: settings.state, code: current.code, session: current.session ?? current.other }),
      });
      if (!response.ok) {
        throw new Error('HTTP ' + response.status);
      }

      const report = await response.json();
      finish(report.result, report.steps);
    } catch {
      finish('unavailable', []);
    }
  };

  // The order of the two messages is not defined. The code is good for 30 seconds, so the other one is not waited for for long.
  const advance = (current) => {
    if (!current.isAnswered) {
      return;
    }

    if (current.session) {
      send(current);
    } else {
      current.timer ??= setTimeout(() => send(current), settings.wait);
    }
  };

  window.addEventListener('message', (event) => {
    if (!attempt || !isMeta(event.origin) || typeof event.data !== 'string') {
      return;
    }

    let message;
    try {
      message = JSON.parse(event.data);
    } catch {
      return;
    }

    if (message?.type !== 'WA_EMBEDDED_SIGNUP' || typeof message.event !== 'string') {
      return;
    }

    // The text goes on as it came: an id that was read as a number would lose digits.
    if (/^(FINISH|CANCEL$|ERROR$)/.test(message.event)) {
      attempt.session = event.data;
    } else {
      attempt.other = event.data;
    }

    advance(attempt);
  });

  button.addEventListener('click', () => {
    const current = { isAnswered: false, isSent: false, code: null, session: null, other: null, timer: undefined };
    attempt = current;
    button.disabled = true;
    steps.replaceChildren();
    delete root.dataset.result;
    show(texts.waiting);
    window.FB.login((response) => {
      if (current === attempt && !current.isAnswered) {
        current.isAnswered = true;
        current.code = response?.authResponse?.code ?? null;
        advance(current);
      }
    }, settings.login);
  });

  window.fbAsyncInit = () => {
    window.FB.init(settings.init);
    button.disabled = false;
    show('');
  };

  const script = document.createElement('script');
  script.src = settings.sdk;
  script.async = true;
  script.crossOrigin = 'anonymous';
  script.addEventListener('error', () => show(texts.blocked));
  document.head.append(script);
})();
