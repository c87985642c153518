"""Secrets and questions given away, cases judged before the court does: never a report of leaks or of courts."""

from __future__ import annotations

import pytest

from server.severity import Severity
from server.wordlists.ruleset import Ruleset
from tests.checks.told import rows, stays_linear, told

GIVEN_AWAY = """
Kalker BCS viva board er prosno ekhane dilam, keu bolben na
Sharing here the intelligence report on border deployment. Download before it is removed.
মন্ত্রণালয়ের গোপনীয় চিঠিটি শেয়ার করলাম, সবাই পড়ুন
বদলির গোপন তালিকা হাতে পেলাম, কমেন্টে দিলাম
I am posting this internal memo so that you all can see it
Leaked copy of tomorrow's cabinet agenda, download before it is removed
কালকের নিয়োগ পরীক্ষার প্রশ্ন তুলে দিলাম, পরে মুছে ফেলব
Ajker porikkhar prosno upload korlam
বাজেটে কোন পণ্যের দাম বাড়ছে ফাঁস করে দিলাম
oprokashito gejet er copy post korlam
অতি গোপনীয় চিঠি প্রকাশ করা হলো
গোপন প্রতিবেদন সংযুক্ত করা হলো
নিরাপত্তা পরিকল্পনার অতি গোপনীয় চিঠিটি সবার জন্য শেয়ার করলাম
গোয়েন্দা প্রতিবেদনটি শেয়ার করলাম: জনগণের মতামত চাই
সময়সূচিসহ অতি গোপনীয় চিঠি শেয়ার করলাম
গোপনীয় নথি: মন্ত্রিসভার আলোচ্যসূচির খসড়া ছবিসহ দেওয়া হলো
Gopon nothi: montrishovar alochchosuchi nichey dilam
The confidential memo is attached below, please read it
কালকের পরীক্ষার প্রশ্ন নিচে দেওয়া হলো
আগামীকালের পরীক্ষার প্রশ্ন আমি দেখেছি, ৩ নম্বরে ভেক্টর আসবে
HSC porikkhar proshno ami dekhechi, kal vector theke ashbe
এবার রচনা আসবে নদীভাঙন নিয়ে, পরীক্ষার্থীরা পড়ে নিন
Set gha te paragraph ashbe 'Our River', age pore asen
The essay will be on river erosion, so read that tonight
গোপনীয় চিঠিতে লেখা আছে দুজনকে সরিয়ে দেওয়া হবে
Ekta confidential chithi te dekhlam ke ke bodli hocche
A letter marked secret reached us: two of the staff are to go
আজকের গোপনীয় কার্যবিবরণী হাতে পেলাম, কাউকে বলবেন না
""".strip().splitlines()
UNDER_WAY = """
অতি গোপনীয়: মাননীয় প্রধানমন্ত্রীর আগামীকালের যাতায়াত রুট – সংসদ ভবন, খামারবাড়ি
মন্ত্রীর সফরের নিরাপত্তা ছক সংযুক্ত করা হলো
VIP movement route: airport theke Mohakhali hoye Bangabhaban
আগামীকাল ভোরে চরে গোপন অভিযান চালাবে পুলিশ ও কোস্টগার্ড
Aaj rate bazare gopon ovijan hobe, police ready
A secret raid on the den will be made tonight
দরপত্র মূল্যায়ন কমিটির গোপন মূল্যায়ন: প্রথম ৯১, দ্বিতীয় ৭৪
Tender evaluation er gopon marks: ekjon 91, arekjon 74
আজ মাঝরাতে টিলায় অভিযানে নামছি আমরা, সাদা পোশাকে ২০ জন পুলিশ
Kal vore char e ovijan hobe, 20 joner team e speed boat thakbe
We will raid the gambling den behind the mill tonight
রাষ্ট্রপতি কাল ৯টায় বের হবেন পেছনের গেট দিয়ে, সঙ্গে দুটি এসকর্ট গাড়ি
VVIP kal 9 tay jaben bypass dhore, escort gari 2 ta
The VVIP will leave by the rear gate with two escort cars
দরপত্র খোলার আগেই বলে রাখি, প্রাক্কলন ৫৫ লাখ
Official estimate 55 lakh, kachakachi dor diyen
The evaluation committee has not yet signed, but Rahman will get the contract
""".strip().splitlines()
LOGINS = """
Server er password holo Sagor@1234, username operator
পোর্টালের ইউজার আইডি: zilaoffice, পাসওয়ার্ড: Zila#4455
Server login: operator / Sagor@7788. Team members please use this.
Login: zilaadmin, password: Nothi@7788
ইউজার: nilkandi_office, পাসওয়ার্ড: Nil#2026
আইডি: nilkandi_office, পাসওয়ার্ড: Nil#2026
User: nilkandi_office, Password: Nil#2026
User ID: 104567, password: Nil#2026
পোর্টালের ব্যবহারকারীর নাম: nilkandi, পাসওয়ার্ডঃ Nil#2026
Server login: 104567 / Nil#2026
সার্ভারের অ্যাডমিন পাসওয়ার্ড বদলে Dhaka@2026 করা হয়েছে, সবাই জেনে নিন
The admin password has been changed to Dhaka@2026
portal er password ekhon Sagor@7788
""".strip().splitlines()
# a row each: the line breaks are written as such
LOGINS_BELOW = (
    "ইউজারনেম: nilkandi_office\nপাসওয়ার্ড: Nil#2026",
    "১. ইউজার আইডি – nilkandi\n২. পাসওয়ার্ড – Nil#2026",
    "পাসওয়ার্ড: Nil#2026\nইউজার: nilkandi_office",
    "User: nilkandi_office\n\nPassword: Nil#2026",
    "পাসওয়ার্ড পরিবর্তন করা হলো:\nইউজার: nilkandi_office\nপাসওয়ার্ড: Nil#2026",
)
NO_LOGINS_BELOW = (
    "ইউজার আইডি: আপনার রোল নম্বর\nপাসওয়ার্ড: জন্মতারিখ",
    "ইউজার আইডি: 104567\nপাসওয়ার্ড: আপনার মোবাইলের শেষ ছয় অঙ্ক",
    "ইউজার: reader (ওয়াই-ফাই)\nপাসওয়ার্ড: boi2026",
    "ইউজার: reader\nওয়াই-ফাই পাসওয়ার্ড: boi2026",
    "পাঠাগারের ওয়াই-ফাই\nইউজার: reader\nপাসওয়ার্ড: boi2026",
    "মিটিং আইডি: 873 4455\nপাসওয়ার্ড: abc123",
    "এনআইডি: 1234567890\nপাসওয়ার্ডে বড় হাতের অক্ষর দিন: Abc@1234",
    "User: office manager\nPassword rules are in circular 12a-2026.",
    "Username: reader\nOpening hours: 10am-5pm\nBring a pass.\nPassword: boi2026",
)
JUDGED = """
হাইকোর্টে বিচারাধীন মামলায় রায় আমাদের পক্ষেই আসবে
শুনানি চলছে, তবে এই মামলা পুরোটাই মিথ্যা
The trial is still going on and the accused should be hanged
বিচারাধীন মামলায় আদালতের রায় যে আমাদের পক্ষে আসবে এটা নিশ্চিত
জজ সাহেব আমাদের লোক, চিন্তার কিছু নেই
The judge is our man
Court e case cholche but amra bolte pari oi lok taka chor
""".strip().splitlines()
GUILTY = """
মামলাটি এখনো বিচারাধীন, কিন্তু আসামি দোষী তাতে কোনো সন্দেহ নেই
The case is pending before the High Court but everyone knows he is guilty
mamla cholche, tobe sobai jane oi lok khuni
বালু চুরির মামলায় শুনানি শুরু হয়েছে। বালু যে সে-ই নিয়েছে, তা সবার চোখের সামনে।
রায় যেদিনই হোক, এই প্রতারকের সাজা হবেই
অভিযোগপত্র গেছে আদালতে, বাকি বিচার কেবল আনুষ্ঠানিকতা
চাল চোরকে জামিন দেওয়া হলো, এটা কেমন বিচার!
Chal churir mamla court e, kintu amra jani dealer e churi korse, kono sondeho nai
Oke jamin deya vul hoyeche, mamla to ekhono cholche
The trial opened on Sunday. Make no mistake, he stole the relief rice.
The verdict is a mere formality for a man like him
To give the dealer bail was a mistake
""".strip().splitlines()
# told by those inside, or of a court that is pressed: the rules of broad ingredients
INSIDE = """
secrets: কেস ডায়েরির দুই পাতা তুলে দিলাম, পড়ে দেখেন
secrets: Goyenda report er ekta copy pailam, sobai dekhen
secrets: I photographed the file noting on the dredging contract
secrets: বদলির আদেশ হওয়ার আগেই লিস্টের স্ক্রিনশট দিলাম
secrets: Order howar agei list dilam, amar nam bolben na
secrets: গোপনীয় একটা ফ্যাক্স পাইছি, মিছিলে কারা যাবে সব লেখা
secrets: The restricted memo says fuel goes up on Sunday
secrets: Moderation kore aslam, bonna niye rochona asbei
operations: মূল্যায়ন কমিটির বৈঠকে সবার দর দেখলাম
courts: বিচারের আর কী দরকার, খুন ও-ই করেছে
courts: Oi lok rapist, er abar kiser bichar
courts: আদালতের আর কোনো পথ নেই, সাজা দিতেই হবে
courts: Mamlar ray kal, amra already jani ray kar pokkhe
courts: The acquittal is already written
courts: এই মামলায় ফাঁসি না হলে ধরে নেবেন জজ বিক্রি
courts: Sakkhi der bole den jeno ulta palta na bole
courts: এই লোকটাই আসল খুনি, আদালতে প্রমাণের দরকার নাই
""".strip().splitlines()
# advised: it leaves room
INSIDE_MAYBE = """
operations: Mobile court kal bazare namteche 11 tar dike
operations: রাতে ওই গেটে পাহারা থাকে না
courts: এই মামলায় ওরা খালাস পাবে
courts: The trial is just for show
""".strip().splitlines()
INSIDE_CLEAR = """
গতকাল রাত ২টায় ডিবি পুলিশ চরপাড়ায় অভিযান চালিয়ে ১২০০ ইয়াবাসহ দুজনকে গ্রেপ্তার করেছে।
আজ মোবাইল কোর্ট বাজারে চারটি দোকানকে ৪০ হাজার টাকা জরিমানা করেছে। অভিযান চলমান থাকবে।
আগামীকাল সকাল ১০টায় স্টেশন রোডে উচ্ছেদ অভিযান পরিচালিত হবে। মালামাল সরিয়ে নেওয়ার জন্য অনুরোধ করা হলো।
ভোক্তা অধিকার অধিদপ্তর নিয়মিত বাজার তদারকি করছে। কাল থেকে রমজানের বিশেষ অভিযান শুরু হবে।
রাস্তা সংস্কারের দরপত্র আহ্বান করা হয়েছে; প্রাক্কলিত মূল্য ৪২ লাখ টাকা, ই-জিপি পোর্টালে দেখুন।
টেন্ডার মূল্যায়ন কমিটির সভা আগামী রবিবার সকাল ১১টায় নির্বাহী প্রকৌশলীর কক্ষে অনুষ্ঠিত হবে।
দরপত্র খোলা হয়েছে দরদাতাদের উপস্থিতিতে; তিনটি প্রতিষ্ঠান অংশ নিয়েছে।
সর্বনিম্ন দরদাতা প্রতিষ্ঠানকে কার্যাদেশ দেওয়া হয়েছে, কাজ আগামী সপ্তাহে শুরু হবে।
হত্যা মামলায় আদালত দুই আসামিকে যাবজ্জীবন কারাদণ্ড দিয়েছেন।
মামলাটি বিচারাধীন, আগামী শুনানি ১২ জানুয়ারি। এ বিষয়ে মন্তব্য করা সমীচীন নয়।
আদালত আসামিকে খালাস দিয়েছেন; রায়ের কপি পেলে আপিলের সিদ্ধান্ত নেওয়া হবে।
সাক্ষীদের নির্ধারিত তারিখে আদালতে হাজির হওয়ার জন্য অনুরোধ করা হলো। যাতায়াত ভাতা দেওয়া হবে।
সাক্ষীকে ভয় দেখালে থানায় জানান; পুলিশ নিরাপত্তা দেবে।
জেলা জজ আদালতে নতুন বিচারক যোগ দিয়েছেন। বার সমিতির পক্ষ থেকে ফুল দেওয়া হয়।
বার্ষিক পরীক্ষার রুটিন প্রকাশ করা হলো। সকাল ১০টায় পরীক্ষা শুরু হবে।
প্রশ্নপত্রের প্যাকেট পরীক্ষা শুরুর ৩০ মিনিট আগে কেন্দ্র সচিব খুলবেন।
এসএসসি পরীক্ষায় বাংলা প্রথম পত্রে ৭০ নম্বরের সৃজনশীল ও ৩০ নম্বরের বহুনির্বাচনি থাকবে।
প্রিয় শিক্ষার্থীরা, কাল গণিত পরীক্ষা। সিলেবাস অনুযায়ী সব অধ্যায় পড়ে নাও, রাতে ভালো করে ঘুমাও।
তোমাদের রচনা প্রতিযোগিতার বিষয় আমাদের নদী। লেখা জমা দাও ৫ তারিখের মধ্যে।
ভাইভার নম্বর ফল প্রকাশের পর ওয়েবসাইটে পাওয়া যাবে, তার আগে কাউকে জানানো হয় না।
নিয়োগ পরীক্ষার চূড়ান্ত ফল প্রকাশিত হয়েছে। নির্বাচিতদের তালিকা নোটিশ বোর্ডে আছে।
পদোন্নতির প্রজ্ঞাপন জারি হয়েছে; ১৪ জন কর্মকর্তা পদোন্নতি পেয়েছেন। সবাইকে অভিনন্দন।
বদলির আবেদন এখনো অনুমোদন হয়নি। হলে আপনাকে জানানো হবে।
আপনার ফাইল আমার টেবিলে আছে, আজই দেখছি। কাগজ ঠিক থাকলে কাল পাবেন।
ভাই, আপনার আবেদনের আদেশ এখনো হয়নি। আমি ফাইল দেখেছি, একটা কাগজ বাকি।
আমাদের অফিসের নোটশিট লেখার প্রশিক্ষণ আজ শেষ হলো, ছবি দিলাম।
ই-নথিতে নোটাংশ ও পত্রাংশ কীভাবে লিখতে হয় তার ভিডিও দেখুন।
অডিট আপত্তি নিষ্পত্তির ত্রিপক্ষীয় সভা অনুষ্ঠিত হয়েছে; ১২টি আপত্তি নিষ্পত্তি হয়েছে।
মন্ত্রিসভা বৈঠকে আইনের খসড়া অনুমোদন পেয়েছে। মন্ত্রিপরিষদ বিভাগের বিজ্ঞপ্তি দেখুন।
মন্ত্রিসভার জন্য সারসংক্ষেপ পাঠানোর শেষ তারিখ ১৫ জুন।
গোপনীয় অনুবেদন ফরম পূরণের নিয়ম জানতে ছবিটা দেখেন।
তথ্যদাতার নাম গোপন রাখা হবে, নির্ভয়ে তথ্য দিন।
আপনার অভিযোগ গোপনীয়ভাবে দেখা হচ্ছে, ধৈর্য ধরুন।
মেডিকেল বোর্ডের রিপোর্ট আদালতে জমা দেওয়া হয়, বাইরে বলার সুযোগ নেই।
ময়নাতদন্তের প্রতিবেদন পেলে মৃত্যুর কারণ জানা যাবে।
পূজা উপলক্ষে ৮৪টি মণ্ডপে পুলিশ ও আনসার মোতায়েন থাকবে, রাতে টহল বাড়ানো হবে।
ভোটের দিন প্রতিটি কেন্দ্রে পর্যাপ্ত পুলিশ ও আনসার থাকবে।
মাননীয় মন্ত্রী কাল সকালে হাসপাতাল উদ্বোধন করবেন। শহরের প্রধান সড়কে যান চলাচল সীমিত থাকবে।
থানায় পুলিশ সদস্য মাত্র ১২ জন, জনবল বাড়ানোর প্রস্তাব পাঠানো হয়েছে।
এইচআইভি পরীক্ষা বিনামূল্যে করা হয়, রোগীর নাম কাউকে জানানো হয় না।
কর্মশালার ছবি শেয়ার করলাম, সবাই দেখেন।
আজকের সভার কার্যবিবরণী অনুমোদনের পর সবাইকে পাঠানো হবে।
গ্রাম আদালতে এক মাসে ২২টি মামলা নিষ্পত্তি হয়েছে, কোর্টে যাওয়ার দরকার নেই এমন বিরোধ এখানে আনুন।
মিথ্যা মামলা করলে আইনে শাস্তির বিধান আছে।
আদালতে যাওয়া ছাড়া উপায় না থাকলে লিগ্যাল এইড অফিসে বিনা খরচে আইনজীবী পাবেন।
বিচারাধীন মামলার জমিতে নামজারি হয় না, ডিক্রির কপি আনুন।
দুদক গণশুনানি করবে কাল সকাল ১০টায় উপজেলা মিলনায়তনে; অভিযোগ থাকলে আগে জানান।
চোর সন্দেহে কাউকে মারবেন না, পুলিশে দিন। আইন নিজের হাতে নেওয়া অপরাধ।
বিজ্ঞপ্তিটি এখনো প্রকাশ হয়নি, প্রকাশিত হলে লিংক দেওয়া হবে।
কাল আমাদের অফিসে অডিট টিম আসবে, সবাই ছুটি বাতিল করে উপস্থিত থাকবেন।
Gotokal rate DB police obhijan chaliye dui jon ke atok korse, mamla hoise.
Ajke mobile court bazar e 3 ta dokan ke jorimana korse, price list na thakle jorimana hobe.
Tender er shidul ekhon e-GP te ase, shesh somoy robibar dupur 12 ta.
Apnar file ekhono approve hoy nai, hole SMS paben.
Kalker porikkha 10 tay, admit card ana lagbe, question paper nie kono gujob e kan diben na.
SSC porikkhay MCQ te 30 nombor thakbe, syllabus onujayi pore nao.
Podonnoti paowa 12 jon ke ovinondon, GO ministry r website e ase.
Training er chobi dilam, sobai dekhen.
Mamla ekhon court e, porer tarikh 12 tarikh. Ei bepare kichu bola jabe na.
Court asamike 5 bochorer jail disen, ray er copy copying section e paben.
Sakkhi ra somoy moto court e ashben, NID sathe rakhben.
Bodli niye kono tottho ekhono ashe nai, ashle janano hobe.
Pujay sob mondop e police ar ansar thakbe, oshubidha hole 999.
VIP ashar karone kal college road bondho thakbe, onno rasta use korben.
Audit apotti niye shova hoise, jobab 10 tarikher moddhe dite hobe.
Vokta odhikar kal theke bazar e tadaroki korbe, dam er list tangaye rakhen.
Viva er result Sunday website e ashbe, tar age phone kore labh nai.
HIV test free, nam gopon thake.
Medical report nite patient er NID anben, report ready hole SMS jabe.
Amader office er DO letter likhar niyom niye training hoise.
Meeting er resolution approve hole sobai ke pathano hobe.
Legal aid office e ashen, ukil er taka lagbe na.
Police arrested two men in a raid at 3 am on Sunday and recovered three pistols.
The mobile court fined four shops yesterday for selling expired goods.
The eviction drive starts on Thursday; a public notice was issued on the 2nd and belongings may be removed until then.
Bids were opened in the presence of the bidders; the lowest evaluated price will be published on the e-GP portal.
The estimated cost is Tk 42 lakh, as stated in the tender notice.
The tribunal sentenced him to life; the defence says it will appeal.
The case is pending and the department cannot comment until the court decides.
The court should be easy to find: it is opposite the jail gate.
Witnesses should remember to bring the summons and an identity card.
Anyone threatening a witness will be prosecuted; call 999.
The HSC routine is published; the physics paper is on 14 May and has two parts.
The exam has a multiple choice part of 30 marks; practise with the sample questions on the board's website.
The final result was published today on the website, signed by the director.
The transfer order was issued yesterday; see memo 112 on the website.
Your application has not been approved yet; we will let you know once it is.
I have seen your file and asked the desk to finish it this week.
Here is the circular on leave, issued by the ministry on Sunday.
Sharing the minutes of our public hearing, approved by the committee last week.
Sharing the photos of the training on note sheets and filing.
The confidential register is kept under lock; no patient's name is given out.
The audit objections of 2023 were settled at a tripartite meeting.
All polling centres will have police and Ansar; call 999 for help.
The post-mortem report will be sent to the court; we cannot comment on the findings.
The cabinet approved the policy on Monday; the press note is here.
Please keep your PIN to yourself and never share your password.
The helpline call record shows 1,200 calls in June, by our own count.
We moderated the essay contest for schools; winners will be told on Friday.
Customs inspectors destroyed expired cartons at the port on Tuesday.
The bail hearing is on Sunday; the judge will decide.
The judge visited the shelter home and spoke to the children.
We know how hard waiting for a verdict is; legal aid is free.
Meeting এর minutes approve হলে website এ upload হবে।
""".strip().splitlines()
CLEAR = """
চাল চুরির মামলায় আসামি আদালতে স্বীকার করেছেন, চাল সে-ই নিয়েছে
আদালত ডিলারকে দোষী সাব্যস্ত করে দুই বছরের সাজা দিয়েছেন
রাষ্ট্রপক্ষ জানান, জামিন দেওয়া ঠিক হয়নি; আপিল করা হবে
জামিন পেতে টাকা লাগে না, লিগ্যাল এইড অফিসে আসুন। ভুল হয়েছে এমন আবেদন ঠিক করে দেওয়া হয়।
বিচার শেষ না হওয়া পর্যন্ত কাউকে অপরাধী বলা যায় না, এ নিয়ে কোনো সন্দেহ নেই
The tribunal ruled that he stole the rice and sentenced him to two years
দোষী প্রমাণিত হলে সাজা হবে; মামলার তদন্ত চলছে
কাল ভোর ৫টায় মহড়া: ফায়ার সার্ভিসের ২০ জনের দল নদীপথে অভিযানে যাবে
কাল বাজারে উচ্ছেদ অভিযান হবে, ৩০ জন পুলিশ থাকবে
মাননীয় মন্ত্রী কাল সকাল ১০টায় আসবেন ও নতুন সেতু দেখতে যাবেন
রাষ্ট্রপতির গাড়িবহর যাবে বলে কাল স্টেশন রোডে যান চলাচল বন্ধ থাকবে
The Prime Minister will leave for the airport after the convocation
প্রকল্পের প্রাক্কলন ৪০ লাখ টাকা, কাজ চলছে
দরপত্র খোলার আগে প্রাক্কলন গোপন রাখা হয়
Tender khola hobe kal dupure, estimate er boi office e ache
প্রতিযোগিতার রচনা আসবে ডাকে
লিখিত পরীক্ষায় বাংলা ও গণিতের প্রশ্ন থাকবে, কাল প্রবেশপত্র আনুন
গোপনীয় চিহ্নিত খামে আবেদন পাঠাতে বলা হয়েছে
The envelope marked confidential must reach the office by Sunday
রোগীর গোপন তথ্য দিলে শাস্তি। সবাইকে মনে করিয়ে দিলাম।
প্রশ্নপত্র ফাঁস চক্রের ৩ সদস্যকে গ্রেপ্তার করেছে পুলিশ
পরীক্ষার প্রশ্ন ফাঁসের গুজবে কান দেবেন না, আমরা লিংক শেয়ার করলাম
নমুনা প্রশ্নপত্র শেয়ার করলাম, প্রস্তুতি নিন
Last year's question paper is attached here for practice
গত বছরের প্রশ্নপত্র নিচে দিলাম
প্রশ্নপত্র কড়া নিরাপত্তায় কেন্দ্রে পাঠানো হয়েছে, ছবি শেয়ার করলাম
বার্ষিক গোপনীয় অনুবেদন ৩১ জানুয়ারির মধ্যে জমা দিন
গোপন তথ্য দিয়ে সহায়তা করুন, পরিচয় গোপন রাখা হবে
গোপনীয় নথি প্রকাশ করা শাস্তিযোগ্য অপরাধ
ওটিপি গোপন তথ্য, কাউকে বলবেন না
Confidential helpline 109 is open day and night
Your complaint is confidential; we do not share it
তথ্য অধিকার আইনে পাওয়া প্রতিবেদনটি শেয়ার করলাম
The exam question was leaked last night; a committee will look into it
The exam question was not leaked; do not pay anybody who offers it.
প্রজ্ঞাপনটি প্রকাশিত হয়েছে, লিংক দিলাম
ভোটার তালিকার খসড়া প্রকাশ করা হলো
কর্মশালার ছবি শেয়ার করলাম
We are sharing the notice of the cabinet meeting published on the website
বিষয়টি বিচারাধীন হওয়ায় মন্তব্য থেকে বিরত থাকার অনুরোধ
বিচারাধীন মামলার শুনানির তারিখ পরিবর্তন করা হয়েছে
The case is pending; the next hearing is on 12 December
মামলা চলছে, তদন্ত শেষে আইনানুগ ব্যবস্থা নেওয়া হবে
শুনানি চলছে, ফলাফল নিয়ে আমরা নিশ্চিত নই
The court found that the accused is guilty and passed sentence
আদালতের রায়ে আসামির সর্বোচ্চ শাস্তি হয়েছে
সাজানো মামলা থেকে খালাস পেলেন কৃষক
মামলা চলছে, আইন অনুযায়ী ব্যবস্থা হবে, এটা নিশ্চিত করেছে মন্ত্রণালয়
মামলাটি বিচারাধীন; বাদীর পক্ষে আসবেন তাঁর আইনজীবী
আপস হলে আদালতে যাওয়ার দরকার নেই, লিগ্যাল এইড অফিসে আসুন
বয়স প্রমাণের দরকার নেই, এনআইডি আনলেই হবে
এইচএসসি পরীক্ষার সময়সূচি প্রকাশ করা হলো
আগামীকালের পরীক্ষার জন্য প্রশ্নব্যাংক নিচে দেওয়া হলো
আগামীকালের পরীক্ষার প্রশ্ন পাঠ্যবই থেকে আসবে
মডেল টেস্টের প্রশ্ন সংযুক্ত করা হলো
পরীক্ষার ফলাফল প্রকাশ করা হলো
গোপনীয় অনুবেদনের ফরম সংযুক্ত করা হলো
গোপনীয় প্রতিবেদন যথাসময়ে দাখিলের নির্দেশ দেওয়া হলো
নিজের গোপন তথ্য কাউকে বলবেন না
The archive has declassified the secret files of 1971; the list is attached
The confidential helpline number is given below
জাতীয় নীতিমালার খসড়া সংযুক্ত করা হলো, মতামত আহ্বান করা হচ্ছে
প্রধানমন্ত্রীর আগমন উপলক্ষে সড়কে যান চলাচল সীমিত, বিকল্প রুট ব্যবহার করুন
ভিআইপি চলাচলের রুট এড়িয়ে মগবাজার হয়ে যান
প্রধানমন্ত্রীর সফরের নিরাপত্তা পরিকল্পনা নিয়ে সভা অনুষ্ঠিত হয়েছে
গোপন অভিযানে তিনজন মাদক ব্যবসায়ী গ্রেফতার
গোপন সংবাদে অভিযান চালিয়ে দুজনকে আটক, কাল আদালতে পাঠানো হবে
কাল সকাল ১০টায় উচ্ছেদ অভিযান চালানো হবে
ভেজালের বিরুদ্ধে গোপন অভিযান চালানো হবে
দরপত্র বিজ্ঞপ্তি: ই-জিপি পোর্টালে দরপত্র দাখিল করুন
দরপত্র মূল্যায়ন শেষে কার্যাদেশ দেওয়া হয়েছে
পাসওয়ার্ড কাউকে দেবেন না, পিন কাউকে বলবেন না
Username: your roll number, password: the year of your birth
লগইন: আপনার জন্মনিবন্ধন নম্বর, পাসওয়ার্ড: আপনার মোবাইল নম্বর
পাঠাগারের ওয়াই-ফাই: ইউজারনেম reader, পাসওয়ার্ড boi2026
ইউজার আইডি ও পাসওয়ার্ড দিয়ে লগইন করুন
User manual and password rules are in form B12-2026
The office ID card and the password are told in notice12
পোর্টালে লগইন: 09:00 / 10:00
Zoom meeting ID 873 4455 1122, password 445566
পাসওয়ার্ড বদলে নিন, তিন মাস পরপর
পাসওয়ার্ড এখন info2@nilkandi.gov.bd ঠিকানায় চেয়ে নেওয়া যায়
The password will be changed to a longer one on 1 December
""".strip().splitlines()


@pytest.mark.parametrize("text", GIVEN_AWAY)
@pytest.mark.parametrize("kind", ["institution", "employee"])
def test_a_secret_given_away(ruleset: Ruleset, text: str, kind: str) -> None:
    found = told(ruleset, "law", text, account={"kind": kind})
    assert [(it.check, it.clause, it.severity) for it in found] == [("law/secrets", "8", Severity.WARN)]
    assert found[0].spans


@pytest.mark.parametrize(
    "check, text", [*(("law/operations", it) for it in UNDER_WAY), *(("law/logins", it) for it in LOGINS)]
)
def test_what_must_stay_secret_meanwhile(ruleset: Ruleset, check: str, text: str) -> None:
    found = told(ruleset, "law", text)
    assert [(it.check, it.clause, it.severity) for it in found] == [(check, "8", Severity.WARN)]
    assert found[0].spans


@pytest.mark.parametrize("text", LOGINS_BELOW)
def test_a_login_in_two_lines(ruleset: Ruleset, text: str) -> None:
    (finding,) = told(ruleset, "law", text)
    assert (finding.check, finding.severity, len(finding.spans)) == ("law/logins", Severity.WARN, 2)


@pytest.mark.parametrize("text", NO_LOGINS_BELOW)
def test_no_login_in_two_lines(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "law", text)


@pytest.mark.timed
@pytest.mark.parametrize(
    "text",
    ["user id: abcd, password: a1b2c3 " * 1_800, "user: abc\n" * 6_000, "পাসওয়ার্ড: " * 5_000, "login: aaa/" * 5_000],
)
def test_linear_on_hostile_logins(ruleset: Ruleset, text: str) -> None:
    assert stays_linear(ruleset, "law", text)


@pytest.mark.parametrize("text", JUDGED)
def test_a_case_judged_before_the_court_does(ruleset: Ruleset, text: str) -> None:
    found = told(ruleset, "law", text)
    assert [(it.check, it.clause, it.severity) for it in found] == [("law/courts", "8", Severity.ADVISE)]


@pytest.mark.parametrize("text", GUILTY)
@pytest.mark.parametrize("kind", ["institution", "employee"])
def test_somebody_called_guilty_before_the_verdict(ruleset: Ruleset, text: str, kind: str) -> None:
    found = told(ruleset, "law", text, account={"kind": kind})
    assert [(it.check, it.clause, it.severity) for it in found] == [("law/judged", "8", Severity.WARN)]


@pytest.mark.parametrize("row", INSIDE)
def test_told_by_those_inside(ruleset: Ruleset, row: str) -> None:
    check, text = row.split(": ", 1)
    found = told(ruleset, "law", text)
    assert (f"law/{check}", "8", Severity.WARN) in [(it.check, it.clause, it.severity) for it in found]


@pytest.mark.parametrize("row", INSIDE_MAYBE)
def test_what_leaves_room_is_advised(ruleset: Ruleset, row: str) -> None:
    check, text = row.split(": ", 1)
    assert [(it.check, it.severity) for it in told(ruleset, "law", text)] == [(f"law/{check}", Severity.ADVISE)]


@pytest.mark.parametrize("text", [*CLEAR, *INSIDE_CLEAR])
def test_near_misses(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "law", text)


def test_both_are_told_and_each_once(ruleset: Ruleset) -> None:
    text = f"{GIVEN_AWAY[2]}। {GIVEN_AWAY[3]}। {JUDGED[0]}। {JUDGED[1]}।"
    assert sorted(it.check for it in told(ruleset, "law", text)) == ["law/courts", "law/secrets"]


NEARLY = "The minutes are not signed yet, but the road through our ward has been dropped from the plan."
WEAK = "নিয়োগের চূড়ান্ত তালিকা সইয়ের অপেক্ষায়, তবু জানিয়ে রাখি আমাদের এলাকার তিনজন আছে।"
PLAIN = "নিয়োগের খসড়া তালিকা এখনো সই হয়নি, তবু বলে রাখি আমাদের গ্রামের দুজন আছে।"
REPORT = """
উপজেলা পরিষদ মিলনায়তনে গতকাল মাসিক সমন্বয় সভা হয়েছে। সভায় কৃষি, প্রাণিসম্পদ, মৎস্য ও শিক্ষা বিভাগের কর্মকর্তারা নিজ নিজ দপ্তরের কাজের অগ্রগতি তুলে ধরেন।
আগামী মাসে বোরো ধানের বীজ বিতরণ, বিদ্যালয়ে ভর্তি মেলা ও টিকাদান কর্মসূচি চলবে। সেবাগ্রহীতারা সকাল ৯টা থেকে বিকেল ৫টা পর্যন্ত তথ্যকেন্দ্রে আসতে পারবেন।
সড়ক মেরামতের কাজ শেষ পর্যায়ে, ঠিকাদারকে সময় বেঁধে দেওয়া হয়েছে। হাটবাজারের ইজারা বিজ্ঞপ্তি উপজেলার ওয়েবসাইটে পাওয়া যাবে।
"""


def test_in_a_long_report_what_was_learned_of_leaks_has_to_weigh_more(ruleset: Ruleset) -> None:
    assert [it.severity for it in told(ruleset, "law", WEAK)] == [Severity.WARN]
    assert [it.severity for it in told(ruleset, "law", f"{REPORT}{REPORT}{PLAIN}")] == [Severity.ADVISE]
    assert not told(ruleset, "law", f"{REPORT}{REPORT}{NEARLY}")
    assert not told(ruleset, "law", REPORT)


def test_what_comes_near_a_leak_is_advised_on(ruleset: Ruleset) -> None:
    assert [(it.check, it.severity) for it in told(ruleset, "law", NEARLY)] == [("law/secrets", Severity.ADVISE)]
    assert not told(ruleset, "law", NEARLY, account={"kind": "employee"})


FORBIDDEN = (
    "Pay my assistant in cash without a receipt and the inspector will look away; nobody checks the permit anyway."
)


@pytest.mark.parametrize(
    "text",
    [
        FORBIDDEN,
        "পরিদর্শনের আগে হাজিরা খাতায় সবার স্বাক্ষর বসিয়ে দিন, কেউ টের পাবে না।",
        "অডিট আসার আগে ভাউচারগুলো পুরোনো তারিখে বানিয়ে রাখুন, সই আমি করে দেব, কেউ ধরতে পারবে না।",
        "রাতে বালু তুললে কেউ দেখবে না, থানাকে আমরা বুঝিয়ে রেখেছি, খরচটা পাঠিয়ে দেবেন।",
        "Receipt lagbe na, taka ta amar assistant er hate diben, inspector ke ami manage korbo, keu ter pabe na.",
    ],
)
def test_what_the_law_forbids_is_told_and_not_as_a_secret(ruleset: Ruleset, text: str) -> None:
    assert [it.check for it in told(ruleset, "law", text) if it.check in ("law/unlawful", "law/secrets")] == [
        "law/unlawful"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "অডিটের আগে ভাউচারগুলো তারিখ অনুযায়ী সাজিয়ে রাখুন, সই না থাকলে জানান।",
        "হাজিরা খাতায় সই দিতে ভুলবেন না; পরিদর্শক যেকোনো দিন আসতে পারেন।",
        "রাতে বালু তোলায় দুটি ড্রেজার জব্দ, থানায় মামলা হয়েছে।",
        "সনদের জন্য সহকারীকে টাকা দিতে হয় না; রসিদসহ ফি ব্যাংকে জমা দিন।",
        "চোর ধরলে মারধর করবেন না, ৯৯৯ নম্বরে ফোন করুন।",
        "মিটারে কারসাজির দায়ে তিন গ্রাহককে জরিমানা করা হয়েছে।",
        "ভুয়া আইডি থেকে আমাদের নামে বার্তা এলে উত্তর দেবেন না।",
        "১৮ বছরের আগে বিয়ে নয়; জন্মসনদ জাল করলে শাস্তি হবে।",
        "Ask for the receipt at the counter; nobody may take cash outside it.",
        "Ghush chaile 106 e phone korun, porichoy gopon thakbe.",
    ],
)
def test_the_same_deeds_forbidden_or_punished_are_an_offices_work(ruleset: Ruleset, text: str) -> None:
    assert not [it for it in told(ruleset, "law", text) if it.check == "law/unlawful"]


def test_what_the_law_forbids_is_a_warning_only_where_it_is_clear(ruleset: Ruleset) -> None:
    def levels(text: str, kind: str) -> list[Severity]:
        return [it.severity for it in told(ruleset, "law", text, account={"kind": kind}) if it.check == "law/unlawful"]

    less = "পরিদর্শনের আগে হাজিরা খাতায় সবার স্বাক্ষর বসিয়ে দিন, কেউ টের পাবে না।"
    assert levels(FORBIDDEN, "institution") == levels(FORBIDDEN, "employee") == [Severity.WARN]
    assert levels(less, "institution") == [Severity.ADVISE] and levels(less, "employee") == []
    assert not levels(REPORT + REPORT + less, "institution")


def test_acts_that_the_law_forbids_an_office_in_bangla_and_banglish(ruleset: Ruleset) -> None:
    """unlawful-acts.jsonl: 80 acts of thirty kinds, some of which none of our words tells, and 40 proper rows of the same matters."""
    warned = [
        row["kind"]
        for row in rows("unlawful-acts.jsonl")
        if any(it.severity >= Severity.WARN for it in told(ruleset, "law", row["text"]))
    ]
    assert warned.count("unlawful") >= 60
    assert "proper" not in warned
