import type { EndKind } from "~/domain/questionnaire/endings";
import { plural } from "../format";

export const respond = {
  start: {
    trap: "Leave this field empty",
    lead: ({ sender }: { sender: string }) => `${sender} asks for your view`,
    minutes: ({ n }: { n: number }) => `About ${plural(n, "minute", "minutes")}`,
    later: "You can stop at any time and go on later with the same link.",
    consent: "Before you start",
    button: "Start",
    agree: "By starting you agree to this.",
    invitedAs: ({ company, role }: { company: string; role: string }) =>
      `This invitation is for ${company}, in the role of ${role}. Your company is known here, you need not enter it.`,
    password: "Password",
    unlock: "Open the survey",
    passwordWait: "Too many attempts. Please wait a quarter of an hour.",
    passwordWrong: "This is not the password. Please check it and try again.",
    notNow: "I would rather not answer",
    notNowLead: "One tap is enough, and you will not be reminded any more.",
    reasons: {
      time: "No time",
      topic: "Not my subject",
      trust: "Unsure what happens with the answers",
      colleague: "A colleague should answer",
      other: "Another reason",
    },
  },
  refusedInvitation: {
    title: "Thank you for telling us",
    text: "You will not be reminded. Should you change your mind, the same link still works.",
  },
  page: {
    progress: "Progress",
    minutesLeft: ({ n }: { n: number }) => `about ${plural(n, "minute", "minutes")} left`,
    next: "Continue",
    finish: "Send my answers",
    back: "Back",
    later: "You can close this page and go on later: your answers so far are kept under this address.",
    opened: "Your answer leads to a further question on this page.",
    language: { "zh-CN": "中文", en: "English" },
    selectEmpty: "Please choose",
    otherText: "Please say what",
    rankFor: ({ choice }: { choice: string }) => `Rank of ${choice}`,
    clear: "Clear my answer",
    clearOf: ({ question }: { question: string }) => `Clear my answer: ${question}`,
    unranked: "–",
    total: ({ total }: { total: number }) => `All lines together: ${total}`,
    atMost: ({ n }: { n: number }) => `Choose up to ${n}.`,
    rankUpTo: ({ n }: { n: number }) => `Give each place, 1 to ${n}, at most once.`,
    rankAll: ({ n }: { n: number }) => `Give every place from 1 to ${n} once.`,
  },
  thanks: {
    title: "Your answers have arrived",
    closed: "Thank you for your time",
    close: "You can close this page now.",
    again: "Answer as somebody else",
    againWhy: "For a colleague who uses this device, too.",
  },
  gate: {
    nobody: "Thank you for your interest",
    nobodyText: "At the moment nobody is asked in your role. There is nothing more for you to do.",
  },
  refer: {
    invite: ({ role }: { role: string }) =>
      `One voice of your company is still missing: ${role}. Would you name a colleague?`,
    inviteButton: "Name a colleague",
    ask: {
      decider: "Who decides in your company?",
      user: "Who works with it every day?",
      requester: "Who asked for it and compares products?",
      procurement: "Who buys?",
      finance: "Who approves the budget?",
      "it-security": "Who checks IT and security?",
    },
    lead: ({ sender }: { sender: string }) =>
      `A company is understood only when all who take part in the decision are heard. ${sender} would ask this colleague once.`,
    role: "Which part does your colleague play?",
    name: "Name",
    email: "Email",
    phone: "Mobile number",
    eitherHint: "An email address or a mobile number is enough.",
    agree: "I believe my colleague does not mind being asked",
    agreeHint: ({ sender }: { sender: string }) =>
      `${sender} uses name and address for this invitation only, and says that somebody of the company named them, not who. Your colleague can decline with one tap, and asks for deletion at any time.`,
    button: "Name this colleague",
    linkLead:
      "You would rather pass it on yourself? Take a link that works once, for one colleague of your company.",
    linkButton: "Give me a link",
    linkTitle: ({ role }: { role: string }) => `A link for your colleague (${role})`,
    linkText: "Copy it and send it to your colleague. It works once and belongs to your company.",
    doneTitle: "Thank you, noted",
    doneText: ({ sender }: { sender: string }) =>
      `${sender} will ask your colleague if they have not been asked yet.`,
    another: "Name another colleague",
    back: "Finish",
    nobody: "Thank you",
    nobodyText: "At the moment nobody else of your company is missing.",
    problems: {
      missing: "Please fill this in.",
      malformed: "Please check this: it does not look right.",
      "too-long": "Please shorten this.",
      agree: "Please confirm this, or pass on a link instead.",
      "no-way": "Please give an email address or a mobile number.",
    },
  },
  trial: {
    banner: "A try",
    bannerText: "Nothing you enter is stored.",
    done: "That is the whole questionnaire",
    doneText: "A real respondent's answers would now be checked and stored. Yours were checked only.",
    again: "Try it once more",
    home: "Back to the start page",
    ended: {
      "screened-out": "With these answers a person is screened out and reads:",
      "over-quota": "With these answers a person is over quota and reads:",
      complete: "With these answers the questionnaire ends early and counts as complete.",
    } satisfies Record<EndKind, string>,
  },
  full: {
    loading: "The questionnaire is loading …",
    noScript:
      "This questionnaire needs JavaScript. Please switch it on, or open the link in another browser.",
    failed: "The questionnaire could not be loaded.",
    retry: "Try again",
    offline: "No connection. Your answers stay here and are sent as soon as there is one.",
  },
  refused: {
    unknown: {
      title: "This link leads nowhere",
      text: "It may be incomplete. Please open it once more from the message you received.",
    },
    closed: {
      title: "This survey is closed",
      text: "It takes no more answers. Thank you for wanting to help.",
    },
    unpublished: {
      title: "This survey has not begun",
      text: "It will open soon. Please try the same link again later.",
    },
    "too-many": {
      title: "Very many at once",
      text: "So many have begun from your network just now that we suspect a program. Please try the same link again in ten minutes.",
    },
    "too-large": {
      title: "That was too much text",
      text: "Please go back and shorten your answers; what you had sent before is kept.",
    },
    foreign: {
      title: "This came from another site",
      text: "Please open the survey from the link you received and answer there.",
    },
    locked: {
      title: "This survey has a password",
      text: "You received it together with the link.",
    },
    "not-yet": {
      title: "This survey has not opened yet",
      text: "Please try the same link again later.",
    },
    full: {
      title: "This survey has enough answers",
      text: "As many people as planned have answered here. Thank you for wanting to help.",
    },
    personal: {
      title: "This survey is by invitation",
      text: "Please open the link from your own invitation.",
    },
    used: {
      title: "You have answered already",
      text: "This invitation is for one response, and it has arrived. Thank you!",
    },
    expired: {
      title: "This invitation has run out",
      text: "Please ask the person who invited you for a new link.",
    },
    failed: {
      title: "Something broke on our side",
      text: "Your earlier answers are kept. Please try again in a moment.",
    },
  },
  problem: {
    at: ({ label, message }: { label: string; message: string }) => `${label}: ${message}`,
    under: ({ label, message }: { label: string; message: string }) =>
      `${label}${/[.?!:]$/.test(label) ? "" : ":"} ${message}`,
    required: { text: "Please fill this in.", choice: "Please choose an answer.", other: "Please say what." },
    "wrong-shape": "This answer could not be read. Please enter it again.",
    "unknown-question": "This page was out of date. Please check your answers and continue.",
    "not-a-choice": "Please choose one of the answers shown.",
    "not-unique": "Please choose a different answer each time.",
    exclusive: "This answer cannot stand beside others. Please choose either it or the others.",
    "pick-more": ({ minimum }: { minimum: number }) => `Please choose at least ${minimum}.`,
    "pick-fewer": ({ maximum }: { maximum: number }) => `Please choose at most ${maximum}.`,
    "rank-all": "Please give every line a place.",
    "too-long": ({ maximum, given }: { maximum: number; given: number }) =>
      `Please shorten this to ${maximum} characters; it has ${given}.`,
    "not-a-number": "Please enter a number, for example 1200.",
    "below-minimum": ({ minimum }: { minimum: number }) => `Please enter ${minimum} or more.`,
    "above-maximum": ({ maximum }: { maximum: number }) => `Please enter ${maximum} or less.`,
    "off-step": ({ step }: { step: number }) =>
      step === 1 ? "Please enter a whole number." : `Please enter a multiple of ${step}.`,
    "total-differs": ({ total, given }: { total: number; given: number }) =>
      `Please make the lines add up to ${total}; now they make ${given}.`,
    "bad-email": "Please enter an email address such as name@company.com.",
    "bad-date": "Please enter a date such as 2025-03-31.",
    "bad-format": "Please choose or enter this in the form the field offers.",
    "bad-url": "Please enter a web address such as www.company.com.",
    "check-failed": "Please check this answer against your other ones.",
  },
  enhance: {
    saving: "Saving …",
    saved: "Saved",
    offline: "No connection. Your answers are kept on this device and saved as soon as there is one.",
    pending: "No connection. This goes on by itself as soon as there is one; please leave the page open.",
    rankHint: "Tap in order, the first one first. Tap again to take one back.",
    up: "Move up",
    rank: "place {n}",
    unranked: "no place yet",
    left: "{n} left to give",
    over: "{n} too many",
    complete: "All given",
    checkFailed: "Please check this answer against your other ones.",
  },
};
